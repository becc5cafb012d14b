import { DatabaseError } from "pg";
import { StoreUnavailable } from "../store.ts";

/** There was no connection to be had: nothing was asked of the database. */
export class NotReached extends Error {
  override readonly name = "NotReached";

  constructor(cause: unknown) {
    super("the database was not reached", { cause });
  }
}

/** The connection broke after something was asked: it may have been done. */
export class AnswerLost extends Error {
  override readonly name = "AnswerLost";
  /** The server's process that may still be at it. */
  readonly process: number | undefined;

  constructor(cause: unknown, process: number | undefined) {
    super("the database's answer was lost", { cause });
    this.process = process;
  }
}

/** What `store_commit` and `store_commits` end with, as SQLSTATE; see migrations. */
export const REFUSED = {
  conflict: "KW001",
  newerShape: "KW002",
  overCeiling: "KW003",
  noPot: "KW004",
} as const;

export const READ_ONLY = "25006";

/** What the server says, in words that go on after "the database". */
export const SENTENCES: Readonly<Record<string, string>> = {
  [READ_ONLY]: "takes no writes: it is a standby, or set to read-only",
  "28000": "does not let this user in",
  "28P01": "does not let this user in",
  "3D000": "does not exist on that server",
  "42501": "does not allow this user what is needed",
  "53100": "has a full disk",
  "53300": "has no connection left",
  "55P03": "is held up by other work",
  "57014": "took too long",
  "57P03": "is starting or stopping",
  "58030": "reports an error of its disk",
  [REFUSED.newerShape]: "is in use by another version of Kernwijzer: stop this one, or start it again",
};

/** The server ended the session, or is going away: what was asked may have been done. */
const ENDED = /^(08|57P0[1245]|25P0[34])/;
/** Resources that are used up, an operator who stops something, and the disk. */
const REFUSES_WORK = /^(53|57|58|28|3D000|25006|42501|55P03|KW002)/;

/** SQLSTATE of a refusal by the server; undefined when it was not the server that spoke. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** Whether the connection is of no use any more, and what was asked last may or may not have been done. */
export function isBroken(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return ENDED.test(state);
  // Node's and the driver's errors of a connection have no name of their own; those of a mistake in code do.
  return error instanceof Error && error.name === "Error";
}

/** Whether the database is away or takes no work now. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof NotReached || error instanceof AnswerLost) return true;
  return REFUSES_WORK.test(sqlStateOf(error) ?? "");
}

/** Two transactions met: nothing was stored, and the same may be decided again. */
export function isRace(error: unknown): boolean {
  return [REFUSED.conflict, "40001", "40P01"].includes(sqlStateOf(error) ?? "");
}

/** Lets what cannot be read now fail as every engine does. */
export function orUnavailable<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    throw new StoreUnavailable(`the database ${sentenceOf(error)}`, { cause: error });
  });
}

/** What is the matter, in words that go on after the name of the database. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NotReached || error instanceof AnswerLost) return sentenceOf(error.cause);
  const state = sqlStateOf(error);
  if (state === undefined) return "does not answer";
  return SENTENCES[state] ?? `takes no work now (${state})`;
}
