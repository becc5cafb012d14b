import type { Change } from "./commit.ts";

/** 128 random bits, base64url. The only thing besides a verb and typed input that a card button carries. */
export type TokenId = string;

/** The collections whose rows can have buttons. */
export type SubjectKind = "question" | "proposal" | "conversation" | "accessRequest" | "dossier" | "plan";

/** The object a button acts on: a row of the collection of the same name. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What a button stands for: the object, the version its card showed, and who it was meant for. */
export interface CardToken {
  readonly id: TokenId;
  readonly subject: Subject;
  /** Version of the subject's row when the card was made. */
  readonly version: number;
  /** Entra object ids of those it was addressed to; absent when everybody in the conversation may press. */
  readonly addressees?: readonly string[] | undefined;
}

/** Issues a token for the buttons on a card; it counts once its change is committed. */
export function newToken(
  chance: { readonly newId: () => string },
  subject: Subject,
  version: number,
  addressees?: readonly string[],
): { readonly token: TokenId; readonly change: Change } {
  const id = chance.newId();
  const row: CardToken = { id, subject, version, addressees };
  return { token: id, change: { collection: "token", id, expect: 0, row } };
}
