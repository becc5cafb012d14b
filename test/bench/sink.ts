import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A connector that takes everything at once and tells when a conversation got its answer. */
export interface Sink {
  readonly url: string;
  /** Resolves at the next message to this conversation. Ask before posting. */
  next(conversation: string): Promise<void>;
  close(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const waiting = new Map<string, () => void>();
  let count = 0;
  const server = createServer((request, response) => {
    const conversation = decodeURIComponent(request.url?.split("/")[3] ?? "");
    request.resume().on("end", () => {
      count += 1;
      response.writeHead(201, { "content-type": "application/json" }).end(`{"id":"${count}"}`);
      // Who asks may be looked up first; only a message is an answer.
      if (request.method !== "POST") return;
      const tell = waiting.get(conversation);
      waiting.delete(conversation);
      tell?.();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (conversation) => new Promise((resolve) => waiting.set(conversation, resolve)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
