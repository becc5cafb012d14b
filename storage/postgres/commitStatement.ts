import type { QueryConfig } from "pg";
import type { Collection } from "../rows.ts";
import { REGISTER } from "../rows.ts";
import type { Change, Commit } from "../store.ts";
import { keysOf } from "./indexKeys.ts";
import type { Shape } from "./shape.ts";

/** A commit with the key that names it in the journal. */
export interface NamedCommit {
  readonly commit: Commit;
  readonly key: string;
}

/** A row as it is journaled: `[collection, id, version after, row after]`; a removal has version 0 and null. */
export type Written = readonly [Collection, string, number, unknown];

const PARAMETERS = Array.from({ length: 20 }, (_, at) => `$${at + 1}`);
/** The most rows that are stored one by one; more are quicker together. */
const FEW = 16;
const REGISTERED: ReadonlySet<Collection> = new Set(REGISTER);

/** The call that stores these commits in one round trip; one with moves goes by itself. */
export function commitStatement(commits: readonly NamedCommit[], shape: Shape): QueryConfig {
  const [first, ...others] = commits;
  if (first !== undefined && others.length === 0 && isPlain(first.commit))
    return plainStatement(first, shape);
  return statementOf(commits, shape);
}

function isPlain({ changes, moves = [] }: Commit): boolean {
  return moves.length === 0 && changes.length <= FEW;
}

function plainStatement({ commit, key }: NamedCommit, { schema, indexes }: Shape): QueryConfig {
  const { outbox, reply } = commit;
  // As `store_commits` goes about it, so that two calls on the same rows wait for each other and not in a circle.
  const changes = commit.changes.toSorted(
    (a, b) => turnOf(a) - turnOf(b) || (rowName(a) < rowName(b) ? -1 : 1),
  );
  return {
    name: "commit one",
    text: `select array[store_commit(${PARAMETERS.slice(0, 14).join()})] as seqs`,
    values: [
      schema,
      indexes,
      key,
      journalBody(commit),
      JSON.stringify(reply ?? null),
      changes.map(({ collection }) => collection),
      changes.map(({ id }) => id),
      changes.map(({ expect }) => expect),
      changes.map(keysOf),
      changes.map(({ row }) => (row === null ? null : JSON.stringify(row))),
      stampsOf(changes),
      outbox.map(({ id }) => id),
      outbox.map(({ conversation }) => conversation),
      outbox.map((message) => JSON.stringify(message)),
    ],
  };
}

/** Made, changed, removed. */
function turnOf({ expect, row }: Change): number {
  if (expect === 0) return 0;
  return row === null ? 2 : 1;
}

function statementOf(commits: readonly NamedCommit[], { schema, indexes }: Shape): QueryConfig {
  const changes = commits.flatMap(({ commit }, at) =>
    commit.changes.map((change) => ({ change, of: at + 1 })),
  );
  // In one order everywhere, so that two calls on the same rows wait for each other and not in a circle.
  if (changes.length > 1) changes.sort((a, b) => (rowName(a.change) < rowName(b.change) ? -1 : 1));
  const messages = commits.flatMap(({ commit }, at) =>
    commit.outbox.map((message) => ({ message, of: at + 1 })),
  );
  const moves = commits.flatMap(({ commit }) => commit.moves ?? []);
  return {
    name: "commit",
    text: `select store_commits(${PARAMETERS.join()}) as seqs`,
    values: [
      schema,
      indexes,
      commits.map(({ key }) => key),
      commits.map(({ commit }) => journalBody(commit)),
      commits.map(({ commit }) => JSON.stringify(commit.reply ?? null)),
      changes.map(({ of }) => of),
      changes.map(({ change }) => change.collection),
      changes.map(({ change }) => change.id),
      changes.map(({ change }) => change.expect),
      changes.map(({ change }) => keysOf(change)),
      changes.map(({ change: { row } }) => (row === null ? null : JSON.stringify(row))),
      stampsOf(changes.map(({ change }) => change)),
      messages.map(({ of }) => of),
      messages.map(({ message }) => message.id),
      messages.map(({ message }) => message.conversation),
      messages.map(({ message }) => JSON.stringify(message)),
      moves.map(({ pot }) => pot),
      moves.map(({ committedCents }) => committedCents),
      moves.map(({ reservedCents }) => reservedCents),
      moves.map(({ paidCents }) => paidCents),
    ],
  };
}

/** Names of what a commit holds while it is stored: two that share one come after each other. */
export function heldBy({ commit: { changes }, key }: NamedCommit): readonly string[] {
  return [`key ${key}`, ...changes.map(rowName)];
}

function journalBody({ changes, journal, outbox }: Commit): string {
  const written = changes.map(({ collection, id, expect, row }): Written => [
    collection,
    id,
    row === null ? 0 : expect + 1,
    row,
  ]);
  const body = JSON.stringify({ j: journal, w: written, o: outbox.map(({ id }) => id) });
  // As a key this name would become a prototype wherever rows are copied; in a text its quotes are escaped.
  if (body.includes('"__proto__":')) throw new TypeError("a commit may not carry a field named __proto__");
  return body;
}

/** The collections of the register that change, in the order in which their stamps are locked. */
function stampsOf(changes: readonly Change[]): readonly Collection[] {
  return [...new Set(changes.map(({ collection }) => collection)).intersection(REGISTERED)].sort();
}

function rowName({ collection, id }: Change): string {
  return `${collection} ${id}`;
}
