import { describe, expect, it } from "vitest";
import type { Incoming } from "../../bot/domain/incoming.ts";
import type { Call, Called } from "../../bot/teams/connector.ts";
import { isGuest } from "../../bot/teams/membership.ts";
import { SERVICE_URL, TENANT_ID } from "./signing.ts";

const incoming: Incoming = {
  key: "message a:1 1",
  correlation: "c",
  at: "2026-04-14T07:12:00.000Z",
  person: { tenantId: TENANT_ID, entraId: "entra-1", teamsId: "29:1" },
  conversation: {
    id: "personal:entra-1",
    kind: "personal",
    connectorId: "a:1",
    serviceUrl: SERVICE_URL,
    tenantId: TENANT_ID,
  },
  act: { kind: "message", text: "help" },
};

const MEMBER = { id: "29:1", aadObjectId: "entra-1", tenantId: TENANT_ID, userRole: "user" };

async function told(body: object | string, asked: Incoming = incoming) {
  const calls: Call[] = [];
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const call = async (made: Call): Promise<Called> => {
    calls.push(made);
    return { kind: "done", id: undefined, text };
  };
  return { guest: await isGuest({ call }, asked), calls };
}

describe("whether somebody is a guest, as the connector tells of them", () => {
  it.each<[string, object | string, boolean | undefined]>([
    ["a colleague", { ...MEMBER, userPrincipalName: "sam@gemeente.example" }, false],
    ["a colleague of whom little is told", { id: "29:1" }, false],
    ["an id in capitals", { ...MEMBER, aadObjectId: "ENTRA-1" }, false],
    ["a guest by role", { ...MEMBER, userRole: "guest" }, true],
    ["an unknown role", { ...MEMBER, userRole: "anonymous" }, true],
    ["a guest by name", { ...MEMBER, userPrincipalName: "jan_bedrijf.nl#EXT#@gemeente.example" }, true],
    ["somebody of another tenant", { ...MEMBER, tenantId: "another" }, true],
    ["another person's answer", { ...MEMBER, aadObjectId: "entra-2" }, undefined],
    ["no member", {}, undefined],
    ["no JSON", "<html>", undefined],
    ["nothing", "", undefined],
  ])("%s", async (_who, member, guest) => {
    const { calls, ...found } = await told(member);
    expect(found.guest).toBe(guest);
    expect(calls).toEqual([
      { method: "GET", serviceUrl: SERVICE_URL, path: ["v3", "conversations", "a:1", "members", "29:1"] },
    ]);
  });

  it.each<Called>([
    { kind: "refused", retryAfterMs: undefined, why: "busy" },
    { kind: "unknown", why: "broken" },
    { kind: "rejected", status: 404, why: "gone" },
  ])("nothing is known when the connector gives no answer: $kind", async (called) => {
    expect(await isGuest({ call: async () => called }, incoming)).toBeUndefined();
  });

  it("nobody is asked about who has no id at Teams", async () => {
    const { person, ...rest } = incoming;
    const { guest, calls } = await told(MEMBER, { ...rest, person: { ...person, teamsId: undefined } });
    expect([guest, calls]).toEqual([undefined, []]);
  });
});
