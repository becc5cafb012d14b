import { inParts } from "./parts.ts";
import { preFilter } from "./preFilter.ts";
import type { Report } from "./report.ts";

/** What Teams does to a bot: requests that are not let in. */
export const run = (): Promise<Report> => inParts([preFilter]);
