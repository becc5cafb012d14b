import { browserRoutes } from "./browserRoutes.ts";
import type { PracticeConnector } from "./connector.ts";
import { connectorRoutes } from "./connectorRoutes.ts";
import { json, type PracticeRoute } from "./http.ts";
import { refusedBecause } from "./loopback.ts";
import { pageRoutes } from "./pageRoutes.ts";

/**
 * Every route of the practice room, for a server to mount; `respond` (respond.ts) carries a Node request through
 * one. Each refuses what does not come from this machine. Never mount these in production.
 */
export function practiceRoutes(connector: PracticeConnector): readonly PracticeRoute[] {
  return [...pageRoutes(), ...browserRoutes(connector), ...connectorRoutes(connector)].map((route) => ({
    ...route,
    async handle(request) {
      const refused = refusedBecause(request);
      return refused === undefined
        ? route.handle(request)
        : json(403, { error: { code: "Forbidden", message: refused } });
    },
  }));
}
