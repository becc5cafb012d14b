import { createServer, type RequestListener, type Server } from "node:http";
import { PracticeConnector } from "../../bot/practice/connector.ts";
import { CONNECTOR_PATH } from "../../bot/practice/connectorRoutes.ts";
import { matchPath } from "../../bot/practice/http.ts";
import { respond } from "../../bot/practice/respond.ts";
import { practiceRoutes } from "../../bot/practice/routes.ts";
import { seedPractice } from "../../bot/practice/seed.ts";
import { practiceRegister } from "./register.ts";
import { StandInBot, type Answer } from "./standInBot.ts";

/** A practice room and a stand-in bot, each behind its own real HTTP server on a free port of 127.0.0.1. */
export class OpenRoom {
  readonly connector: PracticeConnector;
  readonly bot: StandInBot;
  /** Address of the room's server, without a path. */
  url = "";
  /** The practice clock; tests move it. */
  now = "2026-04-14T07:12:00.000Z";
  readonly #servers: Server[] = [];

  constructor(answer: Answer, answerWithinMs: number) {
    this.bot = new StandInBot(answer);
    let ids = 0;
    this.connector = new PracticeConnector({
      seed: seedPractice(practiceRegister, "2026-04-14"),
      botEndpoint: () => this.bot.endpoint,
      serviceUrl: () => `${this.url}${CONNECTOR_PATH}`,
      now: () => this.now,
      moveTo: async (later) => {
        if (later <= this.now) return false;
        this.now = later;
        return true;
      },
      newId: () => `id-${String((ids += 1))}`,
      answerWithinMs,
    });
  }

  async start(): Promise<this> {
    const routes = practiceRoutes(this.connector);
    this.url = await this.#listen((request, response) => {
      const route = routes.find(
        (one) => one.method === request.method && matchPath(one.path, request.url ?? ""),
      );
      if (route === undefined) response.writeHead(404).end();
      else respond(route, request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    this.bot.endpoint = `${await this.#listen(this.bot.listener)}/api/messages`;
    return this;
  }

  /** Breaks every open connection, as a passing network fault does; the servers go on. */
  dropConnections(): void {
    for (const server of this.#servers) server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.connector.close();
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  /** POSTs as the page does; answers status and JSON. */
  async post(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  async #listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The test server has no port");
    return `http://127.0.0.1:${String(address.port)}`;
  }
}

/** Opens a room whose bot answers by `answer`; the bot has `answerWithinMs` for it. */
export async function openRoom(answer: Answer = () => undefined, answerWithinMs = 5_000): Promise<OpenRoom> {
  return new OpenRoom(answer, answerWithinMs).start();
}
