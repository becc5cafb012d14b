import { dayOf } from "./domain/calendar.ts";
import { choicesFor, type Choice, type Searching } from "./domain/choices.ts";
import type { TokenId } from "./domain/token.ts";
import { isKnown, pressedOn, type LookUpParts } from "./lookUp.ts";

/**
 * What somebody may choose from while typing in a field of a card. The card's token tells what the choice is for; with
 * a token that is unknown or addressed to somebody else there is nothing to choose. Reads only.
 */
export async function search(
  { store, registry, clock }: Pick<LookUpParts, "store" | "registry" | "clock">,
  searching: Searching,
  token: TokenId | undefined,
  entraId: string,
): Promise<readonly Choice[]> {
  const [{ register, reader }, officials, subject] = await Promise.all([
    registry.current(),
    store.list("official", "entraId", entraId),
    token === undefined ? undefined : pressedOn(store, token),
  ]);
  const official = officials.find(({ row }) => row.active)?.row;
  if (!(await isKnown(store, official, entraId))) return [];
  const addressees = subject?.token.addressees;
  const isTheirs = token === undefined || (subject && (!addressees || addressees.includes(entraId)));
  if (!isTheirs) return [];
  return choicesFor({ register, reader, official, subject, day: dayOf(clock()) }, searching);
}
