import type { Official } from "../../bot/domain/official.ts";
import type { Proposal } from "../../bot/domain/proposal.ts";
import type { Change, Commit, JournalEntry, OutboxMessage } from "../../storage/store.ts";

export const NOON = "2026-04-14T12:00:00.000Z";

/** A moment so many minutes after noon. */
export function minutesLater(minutes: number): string {
  return new Date(Date.parse(NOON) + minutes * 60_000).toISOString();
}

export const journal: JournalEntry = {
  who: "entra-fatima",
  capacity: "gebiedsregisseur",
  at: NOON,
  act: "proposeChange",
  why: "Honden in Overloon horen bij een ander team",
};

export function official(id: string, changes: Partial<Official> = {}): Official {
  return { id, name: `Medewerker ${id}`, active: true, ...changes };
}

export function openProposal(id: string, topic: string): Proposal {
  return {
    id,
    topic,
    oldVakteams: [],
    newVakteam: "bor",
    proposedBy: "fatima",
    proposedAt: NOON,
    remark: "",
    status: "open",
  };
}

/** Writes an official under the version that was read; 0 for a new one. */
export function write(row: Official, expect: number): Change {
  return { collection: "official", id: row.id, expect, row };
}

export function message(
  id: string,
  conversation: string,
  changes: Partial<OutboxMessage> = {},
): OutboxMessage {
  return { id, conversation, notice: { about: "help" }, correlation: `c-${id}`, ...changes };
}

/** A commit with these parts, and a journal entry and nothing else for the rest. */
export function commitOf(changes: readonly Change[], parts: Partial<Commit> = {}): Commit {
  return { changes, journal, outbox: [], reply: null, ...parts };
}
