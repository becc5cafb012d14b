import type { Delivery } from "../bot/domain/delivery.ts";
import { checkKey } from "./keys.ts";
import type { SendOutcome } from "./store.ts";

/**
 * How a send ended, apart from the row it leaves behind: the journal tells of that row as of any other, with its
 * version. Throws when it could not be kept as a row, before anything changes.
 */
export function outcomeAndRow(outcome: SendOutcome): {
  readonly outcome: SendOutcome;
  readonly delivery: Delivery | undefined;
} {
  if (outcome.kind !== "sent" || outcome.delivery === undefined) return { outcome, delivery: undefined };
  const { delivery, ...told } = outcome;
  checkKey(delivery.id, "delivery");
  return { outcome: told, delivery };
}
