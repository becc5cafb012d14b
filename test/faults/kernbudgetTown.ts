import { newId } from "../../bot/chance.ts";
import { handle, type HandleParts } from "../../bot/handle.ts";
import type { Answer } from "../../bot/domain/decision.ts";
import type { Plan } from "../../bot/domain/kernbudget/plan.ts";
import type { Inputs, Verb } from "../../bot/domain/verb.ts";
import type { Register } from "../../bot/domain/register.ts";
import { makeMetrics } from "../../bot/metrics.ts";
import { makeRegistry } from "../../bot/registry.ts";
import type { Store } from "../../storage/store.ts";

export const AT = "2026-04-14T07:12:00.000Z";

/** The line by itself, without Teams: presses on plans, as many and as often as a test wants. */
export interface PlanTown {
  readonly store: Store;
  readonly register: Register;
  /** Adds plans as they stand, with the pot they hold of. */
  put(plans: readonly Plan[]): Promise<void>;
  /** A press on a card that shows this version of a plan; the same `key` is the same press again. */
  press(press: PlanPress): Promise<Answer | undefined>;
}

export interface PlanPress {
  readonly plan: string;
  readonly version: number;
  readonly official: string;
  readonly verb: Verb;
  readonly input?: Inputs;
  readonly key?: string;
}

export async function planTown(store: Store): Promise<PlanTown> {
  const registry = makeRegistry(store, []);
  const { register } = await registry.current();
  const parts: HandleParts = {
    store,
    registry,
    newId,
    isGuest: async () => false,
    clock: () => AT,
    metrics: makeMetrics(),
    wakeOutbox: () => undefined,
  };
  const commit = {
    outbox: [],
    reply: null,
    journal: { who: "test", capacity: "", at: AT, act: "test", why: "" },
  };
  return {
    store,
    register,
    async put(plans) {
      const changes = plans.map((row) => ({ collection: "plan", id: row.id, expect: 0, row }) as const);
      const outcome = await store.commit({ ...commit, changes });
      if (outcome.kind !== "committed") throw new Error(outcome.kind);
    },
    async press({ plan, version, official, verb, input = {}, key = newId() }) {
      const token = newId();
      const row = { id: token, subject: { kind: "plan", id: plan }, version } as const;
      await store.commit({ ...commit, changes: [{ collection: "token", id: token, expect: 0, row }] });
      const entraId = register.officials.get(official)?.entraId ?? "";
      return handle(parts, {
        key,
        correlation: key,
        at: AT,
        person: { tenantId: "tenant", entraId },
        conversation: {
          id: `personal ${official}`,
          connectorId: `personal ${official}`,
          kind: "personal",
          serviceUrl: "http://127.0.0.1",
          botId: "28:bot",
          tenantId: "tenant",
          entraId,
        },
        act: { kind: "press", token, verb, input },
      });
    },
  };
}
