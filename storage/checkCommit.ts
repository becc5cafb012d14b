import { checkKey } from "./keys.ts";
import { moved, type Pot, type PotMove } from "../bot/domain/pot.ts";
import type { Change, Commit } from "./store.ts";

/** `2026-04-14T07:12:00.000Z`, as everywhere. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Throws when a commit could never be right: an unsafe key, the same row or message twice, a removal that does
 * not say which version it removes, a pot that does not add up. These are mistakes in the calling code, not refusals: both engines check
 * them alike, before anything changes.
 */
export function checkCommit(commit: Commit): void {
  if (commit.key !== undefined) checkKey(commit.key, "idempotency key");
  if (!INSTANT.test(commit.journal.at)) throw new TypeError("journal: `at` is no instant");
  for (const change of commit.changes) checkChange(change);
  for (const { id, card } of commit.outbox) {
    checkKey(id, "message");
    if (card !== undefined) checkKey(card, "card");
  }
  if (commit.changes.length > 1) checkOnce(commit.changes.map(({ collection, id }) => `${collection} ${id}`));
  for (const move of commit.moves ?? []) checkMove(move);
  checkPots(commit);
  if (commit.outbox.length > 1) checkOnce(commit.outbox.map(({ id }) => `message ${id}`));
}

function checkChange(change: Change): void {
  const { collection, id, expect, row } = change;
  checkKey(id, collection);
  if (row === null) {
    if (expect < 1) throw new TypeError(`${collection} ${id}: a removal names the version it removes`);
  } else if (row.id !== id) {
    throw new TypeError(`${collection} ${id}: the row carries another id`);
  }
  if (change.collection === "pot" && change.row !== null) checkPot(change.row);
}

function checkPot(pot: Pot): void {
  const { id, ceilingCents, committedCents, reservedCents, paidCents } = pot;
  for (const cents of [ceilingCents, committedCents, reservedCents, paidCents]) checkCents(id, cents);
  if (moved(pot, { pot: id, committedCents: 0, reservedCents: 0, paidCents: 0 }) === undefined)
    throw new TypeError(`pot ${id}: over its ceiling, or a figure below nothing`);
}

function checkMove(move: PotMove): void {
  checkKey(move.pot, "pot");
  for (const cents of [move.committedCents, move.reservedCents, move.paidCents]) checkCents(move.pot, cents);
}

function checkCents(pot: string, cents: number): void {
  if (!Number.isSafeInteger(cents)) throw new TypeError(`pot ${pot}: an amount is in whole cents`);
}

/** A pot changes in one way at a time, so that what a commit does to it can be told from the commit. */
function checkPots({ changes, moves = [] }: Commit): void {
  if (moves.length === 0) return;
  const changed = changes.flatMap(({ collection, id }) => (collection === "pot" ? [`pot ${id}`] : []));
  checkOnce([...changed, ...moves.map(({ pot }) => `pot ${pot}`)]);
}

function checkOnce(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new TypeError(`${name}: twice in one commit`);
    seen.add(name);
  }
}
