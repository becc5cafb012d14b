import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLog } from "../../bot/log.ts";
import { makeTeamsBot } from "../../bot/teams/bot.ts";
import { UNMEASURED } from "../../bot/metrics.ts";
import { openGate } from "../../bot/teams/gate.ts";
import { makeConnector } from "../../bot/teams/connector.ts";
import { identityOf } from "../../bot/teams/registration.ts";
import { MORNING, openTown, type Town } from "../town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** What Teams and other Microsoft 365 apps can ask a bot, as far as Kernwijzer does not do it. */
const UNSUPPORTED = [
  "composeExtension/query",
  "composeExtension/queryLink",
  "composeExtension/anonymousQueryLink",
  "composeExtension/selectItem",
  "composeExtension/submitAction",
  "composeExtension/fetchTask",
  "composeExtension/querySettingUrl",
  "composeExtension/setting",
  "composeExtension/onCardButtonClicked",
  "task/fetch",
  "task/submit",
  "tab/fetch",
  "tab/submit",
  "config/fetch",
  "config/submit",
  "signin/verifyState",
  "signin/tokenExchange",
  "signin/failure",
  "fileConsent/invoke",
  "actionableMessage/executeAction",
  "message/submitAction",
  "message/fetchTask",
  "application/search",
  "handoff/action",
  "something/new",
  "",
];

describe("what Teams may ask and Kernwijzer does not do", () => {
  it.each(UNSUPPORTED)("%s gets a body that says so, never an empty or failing answer", async (name) => {
    const lotte = town.person("Lotte Vulling");
    for (const value of [{}, undefined, "text", { queryText: "x", dataset: "graph.microsoft.com/users" }]) {
      const answer = await town.post(lotte.activity({ type: "invoke", name, value }));
      expect(answer.status).toBe(200);
      const body = JSON.parse(answer.text) as { statusCode?: unknown };
      expect([200, 400, 412]).toContain(body.statusCode);
      expect(answer.text).toContain("Dit kan Kernwijzer niet.");
    }
  });

  it.each([
    ["composeExtension/query", { composeExtension: { type: "message" } }],
    ["task/fetch", { task: { type: "message" } }],
    ["config/fetch", { config: { type: "message" } }],
    ["signin/tokenExchange", { statusCode: 412 }],
    ["something/new", { type: "application/vnd.microsoft.error", value: { code: "BadRequest" } }],
  ])("%s in the form that Teams shows", async (name, body) => {
    const answer = await town.post(town.person("Lotte Vulling").activity({ type: "invoke", name }));
    expect(JSON.parse(answer.text)).toMatchObject(body);
  });

  it("changes nothing", async () => {
    const lotte = town.person("Lotte Vulling");
    for (const name of UNSUPPORTED) await town.post(lotte.activity({ type: "invoke", name, value: {} }));
    expect(await town.store.all("question")).toEqual([]);
    expect(await town.store.all("account")).toEqual([]);
    expect(lotte.messages()).toEqual([]);
  });
});

describe("an invoke for a card", () => {
  it.each([
    ["nothing", undefined],
    ["a text", "x"],
    ["an empty object", {}],
    ["no action", { trigger: "manual" }],
    ["an action that is a list", { action: [] }],
    ["no data", { action: { verb: "accept" } }],
    ["a token that is a list", { action: { verb: "accept", data: { token: ["A"] } } }],
    ["a refresh without a token", { action: { verb: "refresh", data: {} }, trigger: "automatic" }],
  ])("with %s is answered as a button that is not known", async (_name, value) => {
    const lotte = town.person("Lotte Vulling");
    const answer = await town.post(lotte.activity({ type: "invoke", name: "adaptiveCard/action", value }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: expect.stringContaining("Deze knop ken ik niet."),
    });
  });

  it("is answered itself, whatever else the activity asks the SDK to do with it", async () => {
    const lotte = town.person("Lotte Vulling");
    const invoke = lotte.activity({
      type: "invoke",
      name: "adaptiveCard/action",
      deliveryMode: "expectReplies",
    });
    expect(JSON.parse((await town.post(invoke)).text)).toMatchObject({ statusCode: 200 });
  });
});

describe("another tenant", () => {
  it("gets a body that says no, and no act is handled", async () => {
    const handled: unknown[] = [];
    const identity = identityOf(undefined);
    const bot = makeTeamsBot({
      gate: openGate,
      metrics: UNMEASURED,
      identity,
      connector: makeConnector(identity, true),
      handle: async (incoming) => void handled.push(incoming),
      refresh: () => Promise.reject(new Error("not reached")),
      search: () => Promise.reject(new Error("not reached")),
      show: () => Promise.reject(new Error("not reached")),
      clock: () => MORNING,
      newId: () => "correlation",
      log: makeLog("silent"),
      tenantId: "ours",
    });
    const lotte = town.person("Lotte Vulling");
    await lotte.asks("wie gaat over hondenlosloopgebied in Veen");
    const press = lotte.invoke("notRight");
    const refresh = lotte.invoke("refresh");
    const search = lotte.activity({
      type: "invoke",
      name: "application/search",
      value: { dataset: "topics" },
    });
    for (const activity of [press, refresh, search]) {
      const answer = await served(bot, activity);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.text)).toMatchObject({ statusCode: 400 });
    }
    expect((await served(bot, lotte.activity({ text: "hoi" }))).text).toBe("");
    expect(handled).toEqual([]);
  });
});

/** Posts an activity to a bot behind a server of its own. */
async function served(bot: ReturnType<typeof makeTeamsBot>, activity: object) {
  const server = createServer((request, response) => {
    const status = (code: number) => (response.statusCode = code);
    const send = (body: unknown) => response.write(typeof body === "string" ? body : JSON.stringify(body));
    const posted = Object.assign(request, { body: JSON.parse(JSON.stringify(activity)) as object });
    void bot(posted as never, Object.assign(response, { status, send }) as never);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST" });
  const text = await answer.text();
  await new Promise((resolve) => server.close(resolve));
  return { status: answer.status, text };
}
