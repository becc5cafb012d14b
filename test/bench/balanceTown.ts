import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instantAt, type Day, type Instant } from "../../bot/domain/calendar.ts";
import { personalConversation } from "../../bot/domain/conversation.ts";
import type { Answer } from "../../bot/domain/decision.ts";
import type { Dossier } from "../../bot/domain/dossier/dossier.ts";
import type { OfficialId } from "../../bot/domain/official.ts";
import type { Register } from "../../bot/domain/register.ts";
import type { Inputs, Verb } from "../../bot/domain/verb.ts";
import { handle, handleTime } from "../../bot/handle.ts";
import { makeMetrics } from "../../bot/metrics.ts";
import { PRACTICE_MUNICIPALITY } from "../../bot/openStore.ts";
import { importInto } from "../../bot/registerFormat/importInto.ts";
import { readDraft } from "../../bot/registerFormat/files.ts";
import { makeRegistry } from "../../bot/registry.ts";
import { loadWords } from "../../bot/words.ts";
import { initStoreAt, openStoreAt } from "../../storage/place.ts";
import type { Store } from "../../storage/store.ts";

/** The product without Teams: the real line and the real embedded store, on a clock of its own. */
export interface BalanceTown {
  readonly store: Store;
  readonly register: Register;
  now(): Instant;
  /** Moves the clock on, and lets every moment come that is due by then. */
  goTo(day: Day, time: string): Promise<void>;
  says(who: OfficialId, text: string): Promise<void>;
  presses(who: OfficialId, verb: Verb, dossier: string, input?: Inputs): Promise<Answer | undefined>;
  dossier(id: string): Promise<Dossier>;
  open(): Promise<readonly Dossier[]>;
  /** Unrequested messages so far: official and day → how many. A channel counts for everybody of its team. */
  readonly messages: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const TENANT = "balance";

export async function openBalanceTown(
  from: Day,
  teamsOf: (register: Register) => ReadonlyMap<string, readonly OfficialId[]>,
): Promise<BalanceTown> {
  const folder = await mkdtemp(join(tmpdir(), "kernwijzer-balance-"));
  const silent = () => undefined;
  await initStoreAt(folder, silent);
  const store = await openStoreAt(folder, silent);
  let at = instantAt(from, "08:00");
  const imported = await importInto(store, await readDraft(PRACTICE_MUNICIPALITY), {
    replace: false,
    who: "balance",
    at,
  });
  if (imported.kind !== "imported") throw new Error("the practice municipality could not be read");
  const registry = makeRegistry(store, loadWords());
  const { register } = await registry.current();
  let ids = 0;
  const parts = {
    store,
    registry,
    newId: () => `id${String((ids += 1)).padStart(10, "0")}`,
    clock: () => at,
    wakeOutbox: silent,
    metrics: makeMetrics(),
    isGuest: () => Promise.resolve(false),
  };
  const members = teamsOf(register);
  const byEntra = new Map([...register.officials.values()].map(({ id, entraId }) => [entraId, id]));
  const messages = new Map<string, number>();
  const shown = new Set<string>();
  let keys = 0;

  /** Takes everything out that would be sent. A card that stands already only changes: nobody is disturbed by it. */
  async function deliver(by: OfficialId | undefined): Promise<void> {
    for (;;) {
      const items = await store.claim(200, "balance", 60_000, at);
      if (items.length === 0) return;
      for (const item of items) {
        const card = item.card ?? item.id;
        const isNew = !shown.has(card);
        shown.add(card);
        const person = byEntra.get(item.addressee);
        const readers = person === undefined ? (members.get(item.conversation) ?? []) : [person];
        for (const reader of isNew ? readers.filter((one) => one !== by) : []) {
          const key = `${reader} ${at.slice(0, 10)}`;
          messages.set(key, (messages.get(key) ?? 0) + 1);
        }
        await store.settle(item.id, { kind: "sent" }, at);
      }
    }
  }

  function incoming(who: OfficialId) {
    const entraId = register.officials.get(who)?.entraId ?? who;
    const id = personalConversation(entraId);
    return {
      key: `k${(keys += 1)}`,
      correlation: "balance",
      at,
      person: { tenantId: TENANT, entraId },
      conversation: { id, kind: "personal", tenantId: TENANT, entraId } as const,
    };
  }

  async function row(id: string): Promise<Dossier> {
    const found = await store.get("dossier", id);
    if (!found) throw new Error(`there is no dossier ${id}`);
    return found.row;
  }

  return {
    store,
    register,
    messages,
    now: () => at,
    async goTo(day, time) {
      at = instantAt(day, time);
      for (;;) {
        const due = (await store.all("timer"))
          .map(({ row: timer }) => timer)
          .filter((timer) => timer.at <= at);
        if (due.length === 0) break;
        for (const timer of due.toSorted((a, b) => a.at.localeCompare(b.at)))
          await handleTime(parts, timer, at);
      }
      await deliver(undefined);
    },
    async says(who, text) {
      await handle(parts, { ...incoming(who), act: { kind: "message", text } });
      await deliver(who);
    },
    async presses(who, verb, dossier, input = {}) {
      const current = await store.get("dossier", dossier);
      const token = `token-${(keys += 1)}`;
      // Stands for the card this person has in front of them.
      const card = {
        id: token,
        subject: { kind: "dossier", id: dossier },
        version: current?.version ?? 0,
      } as const;
      await store.commit({
        changes: [{ collection: "token", id: token, expect: 0, row: card }],
        journal: { who: "balance", capacity: "", at, act: "card", why: "a card" },
        outbox: [],
        reply: null,
      });
      const answer = await handle(parts, { ...incoming(who), act: { kind: "press", token, verb, input } });
      await deliver(who);
      return answer;
    },
    dossier: row,
    open: async () => (await store.list("dossier", "open", "yes")).map(({ row: one }) => one),
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
