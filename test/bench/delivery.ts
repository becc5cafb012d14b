import { deliveryRate } from "./deliveryRate.ts";
import { inParts } from "./parts.ts";
import { preFilter } from "./preFilter.ts";
import { pressTime } from "./pressTime.ts";
import type { Report } from "./report.ts";

/** What Teams does to a bot: limits on sending, a slow connector under presses, requests that are not let in. */
export const run = (): Promise<Report> => inParts([deliveryRate, pressTime, preFilter]);
