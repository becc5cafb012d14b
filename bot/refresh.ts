import type { Answer } from "./domain/decision.ts";
import { noticeOf } from "./domain/notice.ts";
import type { TokenId } from "./domain/token.ts";
import { isKnown, pressedOn, type LookUpParts } from "./lookUp.ts";

/**
 * What a card shows somebody now. Every client asks this by itself, so it is one look: nothing is written, and a person
 * to whom the card is not addressed learns nothing.
 */
export async function refresh(
  { store }: Pick<LookUpParts, "store">,
  token: TokenId,
  entraId: string,
): Promise<Answer> {
  const pressed = await pressedOn(store, token);
  if (!pressed) return { notice: { about: "refusal", why: "unknownButton" } };
  const { addressees, subject } = pressed.token;
  if (addressees && !addressees.includes(entraId)) return { notice: { about: "refusal", why: "notForYou" } };
  const official = (await store.list("official", "entraId", entraId)).find(({ row }) => row.active)?.row;
  if (!(await isKnown(store, official, entraId))) return { notice: { about: "refusal", why: "notForYou" } };
  return { notice: noticeOf(subject), token };
}
