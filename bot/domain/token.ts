import type { Change } from "./commit.ts";
import type { ProposalId } from "./proposal.ts";
import type { QuestionId } from "./question.ts";

/** 128 random bits, base64url. The only thing besides a verb and typed input that a card button carries. */
export type TokenId = string;

/** What a button stands for: the object, the version its card showed, and who it was meant for. */
export interface CardToken {
  readonly id: TokenId;
  readonly subject:
    | { readonly kind: "question"; readonly id: QuestionId }
    | { readonly kind: "proposal"; readonly id: ProposalId };
  /** Version of the subject's row when the card was made. */
  readonly version: number;
  /** Entra object ids of those it was addressed to; absent when everybody in the conversation may press. */
  readonly addressees?: readonly string[] | undefined;
}

/** Issues a token for the buttons on a card; it counts once its change is committed. */
export function newToken(
  chance: { readonly newId: () => string },
  subject: CardToken["subject"],
  version: number,
  addressees?: readonly string[],
): { readonly token: TokenId; readonly change: Change } {
  const id = chance.newId();
  const row: CardToken = { id, subject, version, addressees };
  return { token: id, change: { collection: "token", id, expect: 0, row } };
}
