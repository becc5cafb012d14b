import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a database that can be cut, held up and closed, as networks do. */
export interface Link {
  /** The database's address by this way. */
  readonly url: string;
  /** What becomes of what the server says from now on. */
  answers: "arrive" | "are lost" | "never come";
  /** Answers that got lost, and connections that were made, so far. */
  readonly lost: number;
  readonly connections: number;
  /** Ends every connection at this side; the server goes on with what it was asked. */
  cut(): void;
  /** Lets nobody in until `open`; resolves once so many have tried. */
  close(tries: number): Promise<void>;
  open(): void;
  /** Ends it for good. */
  remove(): Promise<void>;
}

export async function linkTo(url: string): Promise<Link> {
  const { port } = new URL(url);
  const sockets = new Set<Socket>();
  let isOpen = true;
  let lost = 0;
  let connections = 0;
  let knocked: () => void = () => undefined;
  const server = createServer((here) => {
    if (!isOpen) {
      here.destroy();
      knocked();
      return;
    }
    connections += 1;
    const there = connect(Number(port), "127.0.0.1");
    sockets.add(here);
    here.pipe(there);
    there.on("data", (chunk) => {
      if (link.answers === "arrive") here.write(chunk);
      if (link.answers !== "are lost" || here.destroyed) return;
      lost += 1;
      here.destroy();
    });
    // The server sees an end only when it looks: it goes on with what it was asked.
    here.on("close", () => sockets.delete(here));
    there.on("close", () => here.destroy());
    for (const socket of [here, there]) socket.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const by = new URL(url);
  by.port = String((server.address() as AddressInfo).port);
  const link: Link = {
    url: by.href,
    answers: "arrive",
    get lost() {
      return lost;
    },
    get connections() {
      return connections;
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close(tries) {
      isOpen = false;
      let left = tries;
      await new Promise<void>((resolve) => {
        knocked = () => {
          left -= 1;
          if (left === 0) resolve();
        };
      });
    },
    open() {
      isOpen = true;
    },
    async remove() {
      isOpen = false;
      link.cut();
      server.close();
      await once(server, "close");
    },
  };
  return link;
}
