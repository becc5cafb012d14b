import { inParts } from "./parts.ts";
import type { Report } from "./report.ts";
import { embedded } from "./storeEmbedded.ts";
import { postgres } from "./storePostgres.ts";

/** What the store can do: one part per engine. */
export const run = (): Promise<Report> => inParts([embedded, postgres]);
