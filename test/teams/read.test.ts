import type { Activity } from "botbuilder";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTrusted } from "../../bot/teams/serviceUrl.ts";
import { readActivity, type Read } from "../../bot/teams/read.ts";

const token = "abcdefghijklmnopqrstuv";
const message = {
  type: "message",
  id: "1713078000000",
  text: "wie gaat over honden in veen",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:abc", aadObjectId: "entra-lotte", name: "Lotte" },
  recipient: { id: "28:bot", name: "Kernwijzer" },
  conversation: { id: "a:1", conversationType: "personal", tenantId: "tenant" },
} as unknown as Partial<Activity>;
const press = {
  ...message,
  id: "f:1",
  type: "invoke",
  name: "adaptiveCard/action",
  value: {
    action: { type: "Action.Execute", verb: "notRight", data: { token, remark: "x", evil: "y" } },
    trigger: "manual",
  },
} as unknown as Partial<Activity>;

function read(activity: Partial<Activity>, tenantId?: string): Read {
  return readActivity(activity, { now: "2026-04-14T07:12:00.000Z", correlation: "c", tenantId });
}
function incoming(activity: Partial<Activity>) {
  const result = read(activity);
  if (result.kind !== "incoming") throw new Error(`not understood: ${JSON.stringify(result)}`);
  return result.incoming;
}

describe("a message", () => {
  it("tells who, where and what", () => {
    expect(incoming(message)).toMatchObject({
      key: "message personal:entra-lotte 1713078000000",
      person: { entraId: "entra-lotte", tenantId: "tenant" },
      conversation: { id: "personal:entra-lotte", kind: "personal", connectorId: "a:1", botId: "28:bot" },
      act: { kind: "message", text: "wie gaat over honden in veen" },
    });
  });

  it.each([
    ["<at>Kernwijzer</at> wie gaat over honden", "wie gaat over honden"],
    ["<at>Kernwijzer</at>&nbsp;help", "help"],
    ["@kernbot weet jij wie vastgoed doet", "weet jij wie vastgoed doet"],
    ["mail naar a@b.nl", "mail naar a@b.nl"],
  ])("in a group: %s", (text, expected) => {
    const entities = [{ type: "mention", mentioned: { id: "28:bot" }, text: "<at>Kernwijzer</at>" }];
    const group = {
      ...message,
      text,
      entities,
      conversation: { id: "19:x@thread.v2", conversationType: "groupChat" },
    };
    expect(incoming(group as unknown as Partial<Activity>)).toMatchObject({
      conversation: { id: "19:x@thread.v2", kind: "group" },
      act: { text: expected },
    });
  });

  it("delivered twice has one key; two messages have two", () => {
    expect(incoming(message).key).toBe(incoming({ ...message }).key);
    expect(incoming(message).key).not.toBe(incoming({ ...message, id: "2" }).key);
  });
});

describe("a press", () => {
  it("gives verb, token and known inputs, and nothing else that came along", () => {
    expect(incoming(press).act).toEqual({ kind: "press", verb: "notRight", token, input: { remark: "x" } });
  });

  it("has the same key under a new activity id", () => {
    expect(incoming({ ...press, id: "f:2" }).key).toBe(incoming(press).key);
  });

  it("from an old client, as a message with a value, is the same press", () => {
    const { text: _text, ...bare } = message;
    const submit = { ...bare, value: { verb: "notRight", token } } as Partial<Activity>;
    expect(incoming(submit).act).toMatchObject({ kind: "press", verb: "notRight", token });
  });

  it.each([
    ["an unknown verb", { verb: "approveEverything", data: { token } }],
    ["no token", { verb: "accept", data: {} }],
    ["a token that is an object", { verb: "accept", data: { token: { $ne: 1 } } }],
    ["no data", { verb: "accept" }],
  ])("that is forged is said to be unreadable: %s", (_name, action) => {
    expect(read({ ...press, value: { action } }).kind).toBe("unreadablePress");
  });
});

describe("what is not for us", () => {
  it.each([
    ["another tenant", message, "other"],
    ["a reaction", { ...message, type: "messageReaction" }, undefined],
    [
      "somebody who joined",
      { ...message, type: "conversationUpdate", membersAdded: [{ id: "29:x" }] },
      undefined,
    ],
    ["an unknown kind", { ...message, type: "handoff" }, undefined],
    ["no conversation", { ...message, conversation: undefined }, undefined],
  ])("%s is ignored", (_name, activity, tenantId) => {
    expect(read(activity as Partial<Activity>, tenantId).kind).toBe("ignored");
  });

  it("in production somebody without an Entra id is nobody", () => {
    const stranger = { ...message, from: { id: "29:abc", name: "X" } } as Partial<Activity>;
    expect(read(stranger, "tenant").kind).toBe("ignored");
  });

  it("whatever comes in, reading never throws", () => {
    const kinds = ["message", "invoke", "conversationUpdate", "installationUpdate"];
    const shape = Object.fromEntries(
      [...Object.keys(press), "membersAdded", "entities", "channelData", "action"].map((key) => [
        key,
        fc.anything(),
      ]),
    );
    const some = fc.record(
      { ...shape, type: fc.oneof(fc.constantFrom(...kinds), fc.anything()) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, fc.boolean(), (activity, real) => {
        const posted = real ? { ...press, ...activity } : activity;
        expect(["incoming", "refresh", "search", "ignored", "unreadablePress"]).toContain(
          read(posted as Partial<Activity>).kind,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("addresses that messages may go to", () => {
  it.each([
    ["https://smba.trafficmanager.net/emea/", false, true],
    ["http://smba.trafficmanager.net/emea/", false, false],
    ["https://smba.trafficmanager.net.boos.example/", false, false],
    ["https://boos.example/?smba.trafficmanager.net", false, false],
    ["http://127.0.0.1:3978", false, false],
    ["http://127.0.0.1:56150/_connector", true, true],
    ["http://localhost:56150", true, true],
    ["https://smba.trafficmanager.net/emea/", true, false],
    ["http://169.254.169.254/", true, false],
    ["geen adres", true, false],
  ])("%s, practice %s: %s", (url, practice, trusted) => {
    expect(isTrusted(url, practice)).toBe(trusted);
  });
});
