import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Register } from "../bot/domain/register.ts";
import { makeLog } from "../bot/log.ts";
import { UNMEASURED } from "../bot/metrics.ts";
import { startOutbox, type Delivered, type Messenger, type Outbox } from "../bot/outbox.ts";
import { Pace, takeTurn } from "../bot/pace.ts";
import type { OutboxItem, Store } from "../storage/store.ts";
import { smallRegister } from "./smallRegister.ts";
import { freshEmbedded, type FreshEmbedded } from "./storage/embeddedStore.ts";
import { commitOf, message, NOON, openProposal } from "./storage/sample.ts";
import { VirtualTime } from "./virtualTime.ts";
import { mostIn } from "./windows.ts";

let fresh: FreshEmbedded;
let store: Store;
let time: VirtualTime;
let outbox: Outbox | undefined;
/** What the connector saw, in order. */
let seen: { readonly item: OutboxItem; readonly at: number }[];
beforeEach(async () => {
  fresh = await freshEmbedded();
  store = fresh.store;
  time = new VirtualTime();
  seen = [];
});
afterEach(async () => {
  await outbox?.stop();
  await fresh.remove();
});

type Answer = (item: OutboxItem) => Delivered | Promise<Delivered>;
const SENT: Delivered = { kind: "sent", activityId: "1" };

function open(answer: Answer, chance = () => 0.5, register: Register = smallRegister()): Outbox {
  let ids = 0;
  const pace = new Pace();
  const messenger: Messenger = {
    async deliver(item) {
      await takeTurn(pace, time, item.conversation);
      seen.push({ item, at: time.now() });
      return answer(item);
    },
  };
  outbox = startOutbox({
    store,
    messenger,
    metrics: UNMEASURED,
    clock: () => new Date(Date.parse(NOON) + time.now()).toISOString(),
    log: makeLog("silent"),
    newId: () => `new-${(ids += 1)}`,
    register: async () => register,
    chance,
    owner: "test",
  });
  return outbox;
}

/** Lets this much time pass; whoever waits for a moment in it gets their turn. */
async function pass(ms: number, stepMs = 500): Promise<void> {
  for (const end = time.now() + ms; time.now() < end;) {
    outbox?.wake();
    // Either everything is done, or what is not done waits for time to move.
    await Promise.race([outbox?.settled(), time.somebodyWaits()]);
    time.move(Math.min(stepMs, end - time.now()));
  }
  outbox?.wake();
  await outbox?.settled();
}

const ids = () => seen.map(({ item }) => item.id);
const dead = async () => (await store.deadMessages()).map(({ id }) => id);
const HOUR = 3_600_000;

describe("a message that", () => {
  it("cannot be made is given up, and the next one of the conversation still goes", async () => {
    await store.commit(commitOf([], { outbox: [message("broken", "c"), message("next", "c")] }));
    open(({ id }) => (id === "broken" ? Promise.reject(new Error("the topic has left the register")) : SENT));
    await pass(2_000);
    expect(await dead()).toEqual(["broken"]);
    expect(ids()).toContain("next");
  });

  it.each<[string, Delivered, number]>([
    ["was refused", { kind: "refused", why: "503" }, 250],
    ["must wait as long as it was told", { kind: "refused", retryAfterMs: 7_000, why: "429" }, 7_250],
  ])(
    "%s goes again, not before its time, and holds up its conversation until then",
    async (_what, refusal, after) => {
      await store.commit(commitOf([], { outbox: [message("first", "c"), message("second", "c")] }));
      let refusals = 1;
      open(() => (refusals-- > 0 ? refusal : SENT));
      await pass(12_000, 50);
      expect(ids()).toEqual(["first", "first", "second"]);
      expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(after);
    },
  );

  it("is refused every time is given up in the end", async () => {
    await store.commit(commitOf([], { outbox: [message("m", "c")] }));
    open(() => ({ kind: "refused", why: "429" }));
    await pass(2 * HOUR, 60_000);
    expect(ids().filter((id) => id === "m")).toHaveLength(8);
    expect(await dead()).toContain("m");
  });
});

describe("a message that may have arrived", () => {
  const proposal = openProposal("p1", "honden");
  async function ask(): Promise<void> {
    const token = { id: "t1", subject: { kind: "proposal", id: "p1" }, version: 1 } as const;
    await store.commit(
      commitOf(
        [
          { collection: "proposal", id: "p1", expect: 0, row: proposal },
          { collection: "token", id: "t1", expect: 0, row: token },
        ],
        { outbox: [message("m", "c", { token: "t1" }), message("next", "c")] },
      ),
    );
  }

  it("is reminded of once, with the same token, when the person has not acted; meanwhile others go", async () => {
    await ask();
    let unknown = 1;
    open(({ id }) => (id === "m" && unknown-- > 0 ? { kind: "unknown", why: "time-out" } : SENT));
    await pass(HOUR - 60_000, 60_000);
    expect(ids()).toEqual(["m", "next"]);
    await pass(2 * HOUR, 60_000);
    expect(ids()).toEqual(["m", "next", "m"]);
    expect(seen.at(-1)?.item.token).toBe("t1");
  });

  it("is not repeated when the person has acted", async () => {
    await ask();
    open(({ id }) => (id === "m" ? { kind: "unknown", why: "reset" } : SENT));
    await pass(60_000, 30_000);
    const remark = { ...proposal, remark: "gezien" };
    await store.commit(commitOf([{ collection: "proposal", id: "p1", expect: 1, row: remark }]));
    await pass(3 * HOUR, 60_000);
    expect(ids()).toEqual(["m", "next"]);
    expect(await dead()).toEqual([]);
  });

  it("is given up, loudly, when the reminder's fate is unknown too", async () => {
    await ask();
    open(({ id }) => (id === "m" ? { kind: "unknown", why: "hang" } : SENT));
    await pass(3 * HOUR, 60_000);
    await pass(1_000);
    expect(ids().filter((id) => id === "m")).toHaveLength(2);
    expect(await dead()).toEqual(["m"]);
    expect(seen.at(-1)?.item).toMatchObject({ notice: { about: "undelivered" }, addressee: "entra-fedor" });
  });
});

describe("somebody who cannot be reached", () => {
  const blocked: Answer = ({ addressee }) =>
    addressee === "entra-esra" ? { kind: "unreachable", why: "blocked" } : SENT;
  const conversation = {
    id: "personal:entra-esra",
    kind: "personal",
    connectorId: "a:1",
    tenantId: "t",
    entraId: "entra-esra",
  } as const;
  const mail = (changes = {}) => message("m", conversation.id, { addressee: "entra-esra", ...changes });

  it("is marked, and the deputy is asked with a button of their own", async () => {
    const token = {
      id: "t1",
      subject: { kind: "proposal", id: "p1" },
      version: 1,
      addressees: ["entra-esra"],
    } as const;
    await store.commit(
      commitOf(
        [
          { collection: "conversation", id: conversation.id, expect: 0, row: conversation },
          { collection: "token", id: "t1", expect: 0, row: token },
        ],
        { outbox: [mail({ token: "t1" })] },
      ),
    );
    open(blocked);
    await pass(5_000);
    expect((await store.get("conversation", conversation.id))?.row.unreachable).toMatchObject({
      why: "blocked",
    });
    const served = seen.find(({ item }) => item.addressee === "entra-wout")?.item;
    expect(served).toMatchObject({ notice: { about: "help" }, conversation: "personal:entra-wout" });
    expect((await store.get("token", served?.token ?? ""))?.row.addressees).toEqual(["entra-wout"]);
  });

  it("news is missed, and functioneel beheer hears of it on one card", async () => {
    await store.commit(
      commitOf([], { outbox: [mail(), message("m2", conversation.id, { addressee: "entra-esra" })] }),
    );
    open(blocked);
    await pass(5_000);
    expect(seen.some(({ item }) => item.addressee === "entra-wout")).toBe(false);
    const told = seen.filter(({ item }) => item.notice.about === "undelivered");
    expect(new Set(told.map(({ item }) => item.card))).toEqual(new Set(["undelivered:entra-fedor"]));
  });

  it("nobody is asked twice, and it ends when there is nobody left", async () => {
    const token = { id: "t1", subject: { kind: "proposal", id: "p1" }, version: 1 } as const;
    await store.commit(
      commitOf([{ collection: "token", id: "t1", expect: 0, row: token }], {
        outbox: [mail({ token: "t1" })],
      }),
    );
    open(() => ({ kind: "unreachable", why: "uninstalled" }));
    await pass(20_000);
    const asked = seen.filter(({ item }) => item.notice.about === "help").map(({ item }) => item.addressee);
    expect(asked).toEqual([...new Set(asked)]);
    expect(asked.length).toBeGreaterThan(2);
  });
});

it("2,000 messages to 200 people over a connector that fails in every way: none lost, none doubled by a safe fault", async () => {
  const PEOPLE = 200;
  const EACH = 10;
  // A fixed row of chances, so that a failure can be repeated.
  let state = 42;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  for (let n = 0; n < EACH; n += 1) {
    const outbox = Array.from({ length: PEOPLE }, (_, p) => message(`${p}-${n}`, `person ${p}`));
    await store.commit(commitOf([], { outbox }));
  }
  const arrived: { id: string; conversation: string; at: number; because: "first" | "reminder" }[] = [];
  const doubtful = new Set<string>();
  const arrive = ({ id, conversation, unknown }: OutboxItem) =>
    arrived.push({ id, conversation, at: time.now(), because: unknown ? "reminder" : "first" });
  open((item) => {
    const fate = item.unknown ? 1 : random();
    if (fate < 0.1) return { kind: "refused", retryAfterMs: 2_000, why: "429" };
    if (fate < 0.13) return { kind: "refused", why: "429" };
    if (fate < 0.23) return { kind: "refused", why: "412 or 503" };
    if (fate < 0.26) {
      doubtful.add(item.id);
      return { kind: "unknown", why: "never arrived" };
    }
    arrive(item);
    if (fate >= 0.31 || item.unknown) return SENT;
    doubtful.add(item.id);
    return { kind: "unknown", why: "arrived, and the answer was lost" };
  }, random);
  await pass(5 * 60_000, 250);
  await pass(2 * HOUR, 5_000);

  expect(new Set(arrived.map(({ id }) => id)).size).toBe(PEOPLE * EACH);
  const twice = [...Map.groupBy(arrived, ({ id }) => id)].filter(([, times]) => times.length > 1);
  for (const [id] of twice) expect(doubtful.has(id)).toBe(true);
  expect(await dead()).toEqual([]);
  const firsts = arrived.filter(({ because }) => because === "first");
  for (const [, sent] of Map.groupBy(firsts, ({ conversation }) => conversation)) {
    const order = sent.map(({ id }) => Number(id.split("-")[1]));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  const calls = seen.map(({ at }) => at).toSorted((a, b) => a - b);
  expect(mostIn(calls, 1_000)).toBeLessThanOrEqual(50);
  for (const [, sent] of Map.groupBy(seen, ({ item }) => item.conversation)) {
    const times = sent.map(({ at }) => at);
    for (const [windowMs, most] of [
      [1_000, 7],
      [2_000, 8],
      [30_000, 60],
    ] as const)
      expect(mostIn(times, windowMs)).toBeLessThanOrEqual(most);
  }
  // Ten times what a second allows, drained at the pace that is allowed.
  const drained = Math.max(...firsts.map(({ at }) => at));
  expect(drained).toBeLessThan(5 * 60_000);
}, 120_000);
