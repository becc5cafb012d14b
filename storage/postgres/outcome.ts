import { DatabaseError } from "pg";
import type { CommitOutcome } from "../store.ts";
import { isRace, isUnavailable, REFUSED, sentenceOf } from "./trouble.ts";

const UNIQUE_VIOLATION = "23505";

/**
 * What a commit came to that the database refused. Throws what is a mistake of the caller or of ours.
 * A lost answer is no refusal: see `fateOf`.
 */
export function outcomeOf(error: unknown): CommitOutcome {
  if (isRace(error)) return { kind: "conflict" };
  if (isUnavailable(error)) return { kind: "unavailable", why: `the database ${sentenceOf(error)}` };
  if (!(error instanceof DatabaseError)) throw error;
  switch (error.code) {
    case REFUSED.overCeiling: {
      const [, freeCents, pot] = /^(-?\d+) (.*)$/.exec(error.detail ?? "") ?? [];
      if (freeCents === undefined || pot === undefined) throw error;
      return { kind: "overCeiling", pot, freeCents: Number(freeCents) };
    }
    case REFUSED.noPot:
      throw new TypeError(error.message, { cause: error });
    case UNIQUE_VIOLATION:
      if (error.constraint !== "message_pkey") throw error;
      throw new TypeError(`a message is in the outbox already: ${error.detail ?? ""}`, { cause: error });
    default:
      throw error;
  }
}
