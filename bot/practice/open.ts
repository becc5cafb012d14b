import type { IncomingMessage, ServerResponse } from "node:http";
import { dayOf, type Instant } from "../domain/calendar.ts";
import type { Register } from "../domain/register.ts";
import { PracticeConnector } from "./connector.ts";
import { CONNECTOR_PATH } from "./connectorRoutes.ts";
import { respond } from "./respond.ts";
import { practiceRoutes } from "./routes.ts";
import { seedPractice } from "./seed.ts";

export interface PracticeParts {
  readonly register: Register;
  readonly clock: () => Instant;
  /** Moves the practice time on; false when that moment is past. */
  readonly moveTo: (later: Instant) => Promise<boolean>;
  readonly newId: () => string;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  readonly origin: () => string;
}

export interface Practice {
  readonly connector: PracticeConnector;
  /** To be served beside the bot's own routes. */
  readonly routes: readonly {
    readonly method: "GET" | "POST" | "PUT" | "DELETE";
    readonly path: string;
    readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }[];
}

/** Path of the page people open. */
export const PRACTICE_PATH = "/practice";

/** The practice room for the people of a register, talking to the bot on the same server. */
export function openPractice({ register, clock, moveTo, newId, origin }: PracticeParts): Practice {
  const connector = new PracticeConnector({
    seed: seedPractice(register, dayOf(clock())),
    botEndpoint: () => `${origin()}/api/messages`,
    serviceUrl: () => `${origin()}${CONNECTOR_PATH}`,
    now: clock,
    moveTo,
    newId,
  });
  const routes = practiceRoutes(connector).map((route) => ({
    method: route.method,
    path: route.path,
    serve: (request: IncomingMessage, response: ServerResponse) => respond(route, request, response),
  }));
  return { connector, routes };
}
