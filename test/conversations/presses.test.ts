import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTown, type Town } from "../town.ts";

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const ASK = "wie gaat over hondenlosloopgebied in Veen";

/** Posts an activity the way any Bot Framework client on this machine may. */
async function post(activity: object): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${town.origin}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  await town.running.settled();
  return { status: answer.status, text: await answer.text() };
}

/** Lotte's latest sent activity, as it went over the wire. */
function lastSent(chat = "personal.lotte-vulling"): Record<string, unknown> {
  const sent = town.connector.sent(chat).at(-1);
  if (!sent) throw new Error("nothing was sent yet");
  return sent;
}

/** Sam proposes that the dog field goes to his team; Noor decides. */
async function propose(): Promise<void> {
  const sam = town.person("Sam Schets");
  await sam.asks(ASK);
  await sam.presses("Klopt niet");
  await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "hoort bij ons" });
}

async function proposals() {
  return (await town.store.all("proposal")).map(({ row }) => row);
}

async function currentTeam(): Promise<string> {
  const lotte = town.person("Lotte Vulling");
  await lotte.asks(ASK);
  return /Team: (.*)/.exec(lotte.sees())?.[1] ?? "";
}

describe("the same activity delivered again", () => {
  it("a message has one effect and one answer", async () => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks(ASK);
    for (let again = 0; again < 3; again += 1) expect((await post(lastSent())).status).toBeLessThan(300);
    expect(lotte.messages()).toHaveLength(1);
    expect(await town.store.all("question")).toHaveLength(1);
  });

  it("a press has one effect, also under a new activity id, and the same answer each time", async () => {
    await propose();
    expect(await proposals()).toHaveLength(1);
    const first = lastSent("personal.sam-schets");
    const answers = [
      await post(first),
      await post({ ...first, id: "f:other" }),
      await post({ ...first, id: "f:third" }),
    ];
    expect(await proposals()).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(town.person("Noor Blauwdruk").messages()).toHaveLength(1);
  });

  it("many at the same moment still have one effect", async () => {
    const noor = town.person("Noor Blauwdruk");
    await propose();
    await noor.presses("Akkoord");
    const press = lastSent("personal.noor-blauwdruk");
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => post({ ...press, id: `f:${at}` })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const rules = (await town.store.all("ownership")).filter(
      ({ row }) => row.topic === "hondenlosloopgebied",
    );
    expect(rules.filter(({ row }) => row.vakteam === "swa")).toHaveLength(1);
    expect(town.person("Sam Schets").messages().length).toBe(2);
  });
});

describe("the wrong press gets the right calm answer and changes nothing", () => {
  /** Noor's press on her proposal card, before she made it. */
  async function noorsPress(
    verb: string,
    from: { id: string; aadObjectId: string } | undefined,
    data: object = {},
  ) {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    const [message] = noor.messages();
    const token = noor.token();
    await town.person("Lotte Vulling").asks("hoi");
    const base = lastSent();
    return post({
      ...base,
      type: "invoke",
      name: "adaptiveCard/action",
      text: undefined,
      id: "f:forged",
      replyToId: message?.id,
      ...(from ? { from } : {}),
      value: { action: { type: "Action.Execute", verb, data: { token, ...data } }, trigger: "manual" },
    });
  }

  it("somebody it is not addressed to", async () => {
    expect((await noorsPress("accept", undefined)).text).toContain(
      "Deze vraag is aan iemand anders gericht.",
    );
    expect(await proposals()).toMatchObject([{ status: "open" }]);
    expect(await currentTeam()).toBe("Beheer Openbare Ruimte");
  });

  it("a stranger", async () => {
    const stranger = { id: "29:stranger", aadObjectId: "00000000-0000-4000-8000-000000000000" };
    expect((await noorsPress("accept", stranger)).text).toContain("aan iemand anders gericht");
    expect(await proposals()).toMatchObject([{ status: "open" }]);
  });

  it("a stranger may ask, and may not propose", async () => {
    const message = { ...(await asStranger(ASK)) };
    expect(message.status).toBeLessThan(300);
    const chat = town.connector.room.messages("personal.lotte-vulling");
    expect(chat.length).toBeGreaterThan(0);
    const sent = (await town.store.all("token")).find(({ row }) => row.subject.kind === "question");
    const press = await post({
      ...strangerActivity(),
      type: "invoke",
      name: "adaptiveCard/action",
      value: { action: { verb: "notRight", data: { token: sent?.row.id } } },
    });
    expect(press.text).toContain("Je staat nog niet in de lijst");
    expect(await proposals()).toEqual([]);
  });

  it.each([
    ["an unknown token", { token: "AAAAAAAAAAAAAAAAAAAAAA" }],
    ["no token", { token: undefined }],
    ["a token that is no text", { token: { $gt: "" } }],
    ["a prototype", { token: "__proto__________________" }],
  ])("%s", async (_name, data) => {
    const answer = await noorsPress("accept", undefined, data);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Deze knop ken ik niet.");
    expect(await proposals()).toMatchObject([{ status: "open" }]);
  });

  it("an unknown verb", async () => {
    expect((await noorsPress("grantEverything", undefined)).text).toContain("Deze knop ken ik niet.");
  });

  it("a team that does not exist", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks(ASK);
    await sam.presses("Klopt niet");
    await sam.presses("Voorstel versturen", { vakteam: "bestaat-niet", scope: "all" });
    expect(sam.told()).toContain("de keuze is niet bekend");
    expect(await proposals()).toEqual([]);
  });

  it("a refusal without a reason; with one it tells the proposer", async () => {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    await noor.presses("Niet akkoord", { reason: "  " });
    expect(noor.told()).toContain("Schrijf er een reden bij.");
    await noor.presses("Niet akkoord", { reason: "wij doen geen honden" });
    expect(town.person("Sam Schets").sees()).toContain("wij doen geen honden");
    expect(await currentTeam()).toBe("Beheer Openbare Ruimte");
  });

  it("a card that was decided before shows how it stands", async () => {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    await noor.presses("Akkoord");
    const press = lastSent("personal.noor-blauwdruk") as {
      value: { action: { verb: string; data: object } };
    };
    const refuse = {
      action: {
        ...press.value.action,
        verb: "refuse",
        data: { ...press.value.action.data, reason: "toch niet" },
      },
    };
    expect((await post({ ...press, id: "f:late", value: refuse })).text).toContain(
      "Noor Blauwdruk ging akkoord.",
    );
    expect(await proposals()).toMatchObject([{ status: "accepted" }]);
  });

  it("an older card of a question shows the question as it is now, with buttons that work", async () => {
    const sam = town.person("Sam Schets");
    await sam.asks("hank heeft gebeld over riolering");
    await sam.presses("Hank");
    const press = lastSent("personal.sam-schets") as { value: { action: { verb: string; data: object } } };
    const other = { action: { ...press.value.action, verb: "otherKern" } };
    const answer = await post({ ...press, id: "f:old", value: other });
    expect(answer.text).toContain("Riolering – Hank");
    expect(answer.text).toContain("Klopt niet");
  });
});

describe("two answers at the same moment, from two devices", () => {
  it("one counts, the other changes nothing", async () => {
    await propose();
    const noor = town.person("Noor Blauwdruk");
    await Promise.all([noor.presses("Akkoord"), noor.presses("Niet akkoord", { reason: "nee" })]);
    const [proposal] = await proposals();
    expect(["accepted", "refused"]).toContain(proposal?.status);
    const journalled = (await town.store.all("ownership")).filter(({ row }) =>
      row.source.startsWith("proposal"),
    );
    expect(journalled).toHaveLength(proposal?.status === "accepted" ? 1 : 0);
  });
});

describe("whatever is posted", () => {
  it.each([
    ["100 KB of text", "wie gaat over ".repeat(7_500)],
    ["100 KB of one word", "a".repeat(100_000)],
    ["markup", "<script>alert(1)</script> **vet** [x](http://boos.example)"],
    ["nothing", "   "],
    ["only signs", "?!?!?! 👍 #### ----"],
  ])("%s gets one calm answer", async (_name, text) => {
    const lotte = town.person("Lotte Vulling");
    await lotte.asks(text);
    expect(lotte.messages()).toHaveLength(1);
    expect(lotte.sees()).not.toBe("");
    expect(lotte.sees()).not.toContain("script");
  });

  it.each([
    ["no activity at all", []],
    ["an empty one", {}],
    ["a wrong type", { type: 7 }],
    ["no conversation", { type: "message", text: "hoi" }],
    [
      "an unknown invoke",
      { ...strangerActivityShape(), type: "invoke", name: "composeExtension/query", value: {} },
    ],
    ["an address outside this machine", { ...strangerActivityShape(), serviceUrl: "http://192.0.2.1/" }],
  ])("%s: no stack, no crash", async (_name, activity) => {
    const answer = await post(activity);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/node_modules|\n\s+at |validateAndFix/);
    expect((await fetch(`${town.origin}/health/live`)).status).toBe(200);
  });
});

describe("a connector that fails", () => {
  it("says 'too many' twice: the answer still comes, once", async () => {
    const lotte = town.person("Lotte Vulling");
    town.connector.faults.set("personal.lotte-vulling", {
      delayMs: 0,
      takesEffect: false,
      times: 2,
      fail: { kind: "status", status: 429, retryAfter: 0 },
    });
    await lotte.asks(ASK);
    await expect.poll(() => lotte.messages().length, { timeout: 15_000 }).toBe(1);
  });

  it("is slow: the press is answered all the same, because it waits for no send", async () => {
    await propose();
    town.connector.faults.set("personal.sam-schets", { delayMs: 400, takesEffect: true });
    await town.person("Noor Blauwdruk").presses("Akkoord");
    expect(town.person("Sam Schets").sees()).toContain("Aangepast, dank je.");
  });
});

function strangerActivityShape() {
  return {
    channelId: "msteams",
    id: "s:1",
    serviceUrl: "http://127.0.0.1:9/",
    from: { id: "29:stranger", aadObjectId: "00000000-0000-4000-8000-000000000000" },
    recipient: { id: "28:bot" },
    conversation: { id: "a:stranger", conversationType: "personal", tenantId: "t" },
  };
}
function strangerActivity() {
  return { ...strangerActivityShape(), serviceUrl: town.origin };
}
async function asStranger(text: string) {
  const lotte = town.person("Lotte Vulling");
  await lotte.asks("hoi");
  return post({ ...strangerActivity(), type: "message", text });
}
