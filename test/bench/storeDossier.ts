import type { Proposal } from "../../bot/domain/proposal.ts";
import type { Commit } from "../../storage/store.ts";

/** The moment of every act; what a benchmark stores is long past. */
export const AT = "2026-04-14T07:12:00.000Z";

const SENTENCE = "De hondenbezitters in de kern vragen om een losloopveld achter de sporthal. ";
let acts = 0;

/** A dossier of about 1.5 KB as JSON: an open proposal, found by its topic, with a long text. */
function dossier(id: string, version: number): Proposal {
  return {
    id,
    topic: `topic-${id}`,
    kern: "veen",
    oldVakteams: ["openbare-ruimte"],
    newVakteam: "groen-en-spelen",
    proposedBy: "official-17",
    proposedAt: AT,
    remark: `${version}. ${SENTENCE.repeat(16)}`,
    status: "open",
  };
}

/** One act on one dossier in this version: its row, a journal entry, a key with its reply, and a message. */
export function actOn(at: number, version: number): Commit {
  const id = `dossier-${at}`;
  const key = `press-${process.pid}-${acts++}`;
  const notice = { about: "proposal", proposal: id } as const;
  return {
    key,
    changes: [{ collection: "proposal", id, expect: version, row: dossier(id, version) }],
    journal: { who: "entra-17", capacity: "vakteam", at: AT, act: "remark", why: "measured" },
    outbox: [{ id: `message-${key}`, conversation: `personal:${at}`, notice, correlation: key }],
    reply: { notice },
  };
}
