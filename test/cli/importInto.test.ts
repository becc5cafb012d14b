import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Proposal } from "../../bot/domain/proposal.ts";
import type { Question } from "../../bot/domain/question.ts";
import { readCsv } from "../../bot/registerFormat/csv.ts";
import { importInto, type ImportTarget } from "../../bot/registerFormat/importInto.ts";
import { initEmbeddedStore, openEmbeddedStore } from "../../storage/lowdb/open.ts";
import type { Commit, CommitOutcome, Store } from "../../storage/store.ts";
import { SAMPLE } from "./sample.ts";

const OPTIONS = { replace: false, who: "Fleur Stippel", at: "2026-04-14T07:00:00.000Z" };
const draft = readCsv(
  "altena",
  new Map(Object.entries(SAMPLE).map(([name, content]) => [name, new TextEncoder().encode(content)])),
);

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-import-"));
  await initEmbeddedStore(join(folder, "data"));
  store = await openEmbeddedStore(join(folder, "data"));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("importing into a store", () => {
  it("is one commit of all rows, with who did it, when, and how much it was", async () => {
    const { commits, target } = watched((commit) => store.commit(commit));
    expect(await importInto(target, draft, OPTIONS)).toEqual({
      kind: "imported",
      counts: { added: 18, changed: 0, removed: 0 },
    });
    expect(commits).toHaveLength(1);
    expect(commits[0]).toMatchObject({
      journal: {
        who: "Fleur Stippel",
        act: "import",
        at: OPTIONS.at,
        why: "altena: 18 added, 0 changed, 0 removed",
      },
      outbox: [],
    });
    expect(commits[0]?.changes).toHaveLength(18);
  });

  it("leaves no trace when nothing changes", async () => {
    await importInto(store, draft, OPTIONS);
    const { commits, target } = watched((commit) => store.commit(commit));
    expect(await importInto(target, draft, { ...OPTIONS, replace: true })).toMatchObject({
      kind: "imported",
    });
    expect(commits).toEqual([]);
  });

  it("is worked out again when somebody changed the register in between", async () => {
    const hank = { id: "hank", name: "Hank aan de Maas", aliases: [] };
    const { commits, target } = watched(async (commit, attempt) => {
      if (attempt === 1) await store.commit(change(hank));
      return store.commit(commit);
    });
    expect(await importInto(target, draft, OPTIONS)).toEqual({
      kind: "imported",
      counts: { added: 17, changed: 1, removed: 0 },
    });
    expect(commits).toHaveLength(2);
    expect(await store.get("kern", "hank")).toMatchObject({ version: 2, row: { name: "Hank" } });
  });

  it("gives up when the register keeps changing, and says so when the store takes nothing", async () => {
    const { commits, target } = watched(async () => ({ kind: "conflict" }));
    expect(await importInto(target, draft, OPTIONS)).toEqual({ kind: "conflict" });
    expect(commits).toHaveLength(3);
    const full = watched(async () => ({ kind: "unavailable", why: "the disk is full" }));
    expect(await importInto(full.target, draft, OPTIONS)).toEqual({
      kind: "unavailable",
      why: "the disk is full",
    });
    expect(await store.all("kern")).toEqual([]);
  });

  it("leaves questions and proposals as they are, also when the register is replaced", async () => {
    const question = {
      id: "q1",
      askedBy: "wout",
      conversation: "c1",
      askedAt: OPTIONS.at,
      topics: [],
      certain: false,
      danger: false,
      status: "notKnown",
    } satisfies Question;
    const proposal = {
      id: "p1",
      topic: "groen",
      oldVakteams: [],
      newVakteam: "ro",
      proposedBy: "wout",
      proposedAt: OPTIONS.at,
      remark: "",
      status: "open",
    } satisfies Proposal;
    await store.commit({
      ...change({ id: "veen", name: "Veen", aliases: [] }),
      changes: [
        { collection: "question", id: "q1", expect: 0, row: question },
        { collection: "proposal", id: "p1", expect: 0, row: proposal },
        { collection: "kern", id: "veen", expect: 0, row: { id: "veen", name: "Veen", aliases: [] } },
      ],
    });
    expect(await importInto(store, draft, { ...OPTIONS, replace: true })).toMatchObject({
      counts: { removed: 1 },
    });
    expect(await store.get("question", "q1")).toEqual({ version: 1, row: question });
    expect(await store.get("proposal", "p1")).toEqual({ version: 1, row: proposal });
    expect(await store.get("kern", "veen")).toBeUndefined();
  });
});

/** The store with what it does on a commit in our hands; `attempt` counts from 1. */
function watched(commit: (commit: Commit, attempt: number) => Promise<CommitOutcome>) {
  const commits: Commit[] = [];
  const target: ImportTarget = {
    all: (collection) => store.all(collection),
    commit: (asked) => commit(asked, commits.push(asked)),
  };
  return { commits, target };
}

function change(kern: { id: string; name: string; aliases: string[] }): Commit {
  return {
    changes: [{ collection: "kern", id: kern.id, expect: 0, row: kern }],
    journal: { who: "wout", capacity: "", at: OPTIONS.at, act: "test", why: "" },
    outbox: [],
    reply: null,
  };
}
