import { INDEXES, REGISTER, type Collection } from "../rows.ts";
import type { Change, Commit } from "../store.ts";

/** A commit with the key that names it in the journal, and the pots that its moves have changed already. */
export interface NamedCommit {
  readonly commit: Commit;
  readonly key: string;
  readonly drawn: readonly Written[];
}

/** A row as it will be journaled: `[collection, id, version after, row after]`; a removal has version 0 and null. */
export type Written = readonly [Collection, string, number, unknown];

/** Between index and key of what a row can be looked up by, and between several of these. */
const KEY_PARTS = "\u001f";
const KEY_END = "\u001e";
const PARAMETERS = Array.from({ length: 15 }, (_, at) => `$${at + 1}`).join();
const COUNTED: ReadonlySet<Collection> = new Set(REGISTER);

/** The call that stores these commits in one round trip; `schema` is the shape of their rows. */
export function commitStatement(commits: readonly NamedCommit[], schema: number) {
  const parts = commits.map(partsOf);
  const changes = parts.flatMap((one) => one.changes);
  const messages = commits.flatMap(({ commit }) => commit.outbox);
  return {
    name: "commit",
    text: `select store_commits(${PARAMETERS}) as seqs`,
    values: [
      commits.map(({ key }) => key),
      parts.map(({ body }) => body),
      commits.map(({ commit }) => JSON.stringify(commit.reply ?? null)),
      schema,
      parts.flatMap((one, at) => one.changes.map(() => at + 1)),
      changes.map(({ collection }) => collection),
      changes.map(({ id }) => id),
      changes.map(({ expect }) => expect),
      changes.map(keysOf),
      changes.map(({ row }) => (row === null ? null : JSON.stringify(row))),
      [...new Set(parts.flatMap(({ stamps }) => stamps))].toSorted(),
      commits.flatMap(({ commit }, at) => commit.outbox.map(() => at + 1)),
      messages.map(({ id }) => id),
      messages.map(({ conversation }) => conversation),
      messages.map((message) => JSON.stringify(message)),
    ],
  };
}

function partsOf({ commit: { changes: given, journal, outbox }, drawn }: NamedCommit) {
  // In one order everywhere, so that two commits on the same rows wait for each other and not in a circle.
  const changes = given.length < 2 ? given : given.toSorted((a, b) => (rowName(a) < rowName(b) ? -1 : 1));
  const written = changes.map(({ collection, id, expect, row }): Written => [
    collection,
    id,
    row === null ? 0 : expect + 1,
    row,
  ]);
  const body = JSON.stringify({ j: journal, w: [...written, ...drawn], o: outbox.map(({ id }) => id) });
  if (body.includes('"__proto__":')) throw new TypeError("a commit may not carry a field named __proto__");
  const stamps = new Set(changes.map(({ collection }) => collection)).intersection(COUNTED);
  return { changes, body, stamps: [...stamps] };
}

/** How a row is looked up. */
export function indexKey(index: string, key: string): string {
  return `${index}${KEY_PARTS}${key}`;
}

/** The keys of a row in all its indexes, as one text. */
export function keysOf({ collection, row }: Pick<Change, "collection" | "row">): string {
  if (row === null) return "";
  // Rows are stored under their collection's name only, so each index gets rows of its own type.
  const indexes = (INDEXES[collection] ?? {}) as Readonly<
    Record<string, (row: unknown) => readonly string[]>
  >;
  return Object.entries(indexes)
    .flatMap(([index, keys]) => keys(row).map((key) => indexKey(index, key)))
    .join(KEY_END);
}

function rowName({ collection, id }: Change): string {
  return `${collection} ${id}`;
}
