import fc from "fast-check";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLog } from "../../bot/log.ts";
import type { Collection } from "../../storage/rows.ts";
import { openTown, type Town } from "../town.ts";
import { anyActivity, type Known } from "./anyActivity.ts";
import { LONG } from "./storeForm.ts";

const AT_ONCE = 50;
const ACTIVITIES = LONG ? 100_000 : 2_500;

/** What went wrong on our side. That a forged place cannot be reached is no mishap. */
const mishaps: unknown[] = [];
const EXPECTED = ["gave up on a message", "an answer could not be given"];
function noteMishap(fields: unknown, message?: string): void {
  if (!EXPECTED.includes(message ?? "")) mishaps.push([fields, message]);
}

let town: Town;
let known: Known;
beforeAll(async () => {
  town = await openTown({ log: { ...makeLog("silent"), error: noteMishap } });
  known = await prepare();
});
afterAll(() => town.close());

/** Cards of every sort stand in the town, and people without authority get hold of all their tokens. */
async function prepare(): Promise<Known> {
  const mieke = town.person("Mieke Denkbeeld");
  await mieke.asks("wie gaat over hondenlosloopgebied in Veen");
  await mieke.presses("Klopt niet");
  await mieke.presses("Voorstel versturen", { vakteam: "swa", scope: "all" });
  await mieke.asks("hank heeft gebeld over riolering");
  await mieke.asks("qzxwv plmokn wie gaat daarover");
  await town.person("Petra Placebo", "channel.verkeer").opens();
  const { botId, tenantId, room } = town.connector;
  const accounts = ["Lotte Vulling", "Pim Probeersel"].map((name) => {
    const person = room.people.find((one) => one.name === name);
    return { id: person?.teamsId, aadObjectId: person?.entraId };
  });
  const stranger = { id: "29:stranger", aadObjectId: "00000000-0000-4000-8000-000000000000" };
  return {
    serviceUrl: town.connector.serviceUrl(),
    botId,
    tenantId,
    people: [...accounts, stranger],
    conversations: room.chats.filter(({ kind }) => kind !== "personal").map((chat) => chat.conversationId),
    tokens: (await town.store.all("token")).map(({ row }) => row.id),
  };
}

/** What only people with authority may change. Questions, places and what people without a role may propose are not here. */
const GUARDED = ["ownership", "vakteamChannel", "official", "role", "vakteam", "topic", "absence"] as const;

async function guarded(): Promise<string> {
  const rows = await Promise.all(GUARDED.map((collection: Collection) => town.store.all(collection)));
  const decided = (await town.store.all("proposal")).filter(({ row }) => row.status !== "open");
  const strangers = (await town.store.all("proposal")).filter(
    ({ row }) => !["mieke-denkbeeld", "lotte-vulling", "pim-probeersel"].includes(row.proposedBy),
  );
  return JSON.stringify([rows, decided, strangers]);
}

async function post(activity: unknown): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${town.origin}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity) ?? "",
  });
  return { status: answer.status, text: await answer.text() };
}

/** Words that only the inside knows. */
const INTERNAL =
  /node_modules|\bat .+:\d+:\d+|TypeError|undefined is not|Cannot read|stack|ECONN|validateAndFix/;

function judge(activity: unknown, answer: { status: number; text: string }): void {
  expect(answer.status, JSON.stringify(activity)).toBeLessThan(500);
  expect(answer.text).not.toMatch(INTERNAL);
  const type = typeof activity === "object" && activity !== null && "type" in activity ? activity.type : "";
  if (type !== "invoke" || answer.status !== 200) return;
  expect(JSON.parse(answer.text)).toMatchObject({ statusCode: expect.any(Number) });
}

describe(`${ACTIVITIES} activities that nobody means well with`, () => {
  it(
    "crash nothing, learn nothing internal, and change nothing without authority",
    async () => {
      const before = await guarded();
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyActivity(known), { minLength: AT_ONCE, maxLength: AT_ONCE }),
          async (activities) => {
            const answers = await Promise.all(activities.map(post));
            answers.forEach((answer, at) => judge(activities[at], answer));
          },
        ),
        { numRuns: ACTIVITIES / AT_ONCE, interruptAfterTimeLimit: 1_200_000, markInterruptAsFailure: true },
      );
      await town.running.settled();
      expect(mishaps).toEqual([]);
      expect(await guarded()).toBe(before);
      expect((await fetch(`${town.origin}/health/ready`)).status).toBe(200);
    },
    LONG ? 1_500_000 : 60_000,
  );

  it("still leave the town working", async () => {
    const noor = town.person("Noor Blauwdruk");
    await noor.presses("Akkoord");
    expect(noor.sees()).toContain("Noor Blauwdruk ging akkoord.");
  });
});

describe.runIf(LONG)("50,000 turns that leave nothing behind", () => {
  it("leave no memory behind either", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat over hondenlosloopgebied in Veen");
    const [token = ""] = known.tokens;
    const value = { dataset: `topics/${lotte.token()}`, queryText: "speel" };
    const turns = [
      lotte.invoke("refresh"),
      lotte.invoke("notRight"),
      lotte.invoke("accept", { token }),
      lotte.invoke("accept", { token: "AAAAAAAAAAAAAAAAAAAAAA" }),
      lotte.activity({ type: "invoke", name: "application/search", value }),
      lotte.activity({ type: "invoke", name: "task/fetch" }),
      lotte.activity({ type: "messageReaction" }),
      lotte.activity({ type: "iets anders" }),
    ];
    const play = async (count: number) => {
      for (let at = 0; at < count; at += AT_ONCE)
        await Promise.all(
          Array.from({ length: AT_ONCE }, (_, one) => post(turns[(at + one) % turns.length])),
        );
    };
    await play(10_000);
    const before = heapUsed();
    await play(50_000);
    expect(heapUsed() - before).toBeLessThan(5 * 1024 * 1024);
  }, 600_000);
});

/** Bytes in use after everything that can be let go of has been. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
