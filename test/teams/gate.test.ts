import * as fc from "fast-check";
import { generateKeyPair } from "jose";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLog } from "../../bot/log.ts";
import { makeBotKeys } from "../../bot/teams/botKeys.ts";
import { makeGate, type Gate, type Refused } from "../../bot/teams/gate.ts";
import { LONG } from "../faults/storeForm.ts";
import { APP_ID, makeSigner, NOW, SERVICE_URL, teamsMessage, TENANT_ID, type Signer } from "./signing.ts";

const HOUR = 3_600_000;
const seconds = NOW / 1000;
let signer: Signer;
let now: number;
let asked: number;
let answers: () => Promise<unknown>;
let gate: Gate;
beforeAll(async () => {
  signer = await makeSigner();
});
beforeEach(() => {
  now = NOW;
  asked = 0;
  answers = async () => signer.keySet;
  const fetchKeys = () => {
    asked += 1;
    return answers();
  };
  const keys = makeBotKeys({ fetchKeys, now: () => now, log: makeLog("silent") });
  gate = makeGate({ appId: APP_ID, tenantId: TENANT_ID, keys, now: () => now });
});

const ask = (token: string, body: object = teamsMessage()) => gate(`Bearer ${token}`, body);

describe("what Teams posts for this bot in this tenant", () => {
  it("is let in", async () => {
    expect(await ask(await signer.sign())).toBeUndefined();
  });

  it.each([
    ["a service address without its last slash", {}, { serviceUrl: SERVICE_URL.slice(0, -1) }],
    ["a clock that is four minutes behind", { exp: seconds - 240 }, {}],
    ["a tenant named once", {}, { channelData: {} }],
    ["an event without a person", {}, { type: "conversationUpdate", from: { id: "29:x" } }],
  ])("also with %s", async (_what, claims, changes) => {
    expect(await ask(await signer.sign(claims), teamsMessage(changes))).toBeUndefined();
  });
});

describe("everything else is refused, and why is counted", () => {
  it.each<[Refused, string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "issuer",
      "the bot's own outbound token",
      { iss: `https://sts.windows.net/${TENANT_ID}/`, aud: "https://api.botframework.com" },
      {},
    ],
    ["issuer", "a token of the emulator", { iss: `https://login.microsoftonline.com/${TENANT_ID}/v2.0` }, {}],
    ["audience", "a token for another bot", { aud: "00000000-0000-4000-8000-000000000000" }, {}],
    ["audience", "a token for several", { aud: [APP_ID, "other"] }, {}],
    ["time", "an expired token", { exp: seconds - 301 }, {}],
    ["time", "a token without an end", { exp: undefined }, {}],
    ["time", "a token of tomorrow", { nbf: seconds + 301 }, {}],
    ["serviceUrl", "a token that names no service", { serviceurl: undefined }, {}],
    ["serviceUrl", "an activity that names no service", {}, { serviceUrl: undefined }],
    ["serviceUrl", "an activity that names another service", {}, { serviceUrl: "https://evil.example/" }],
    [
      "serviceUrl",
      "a service that is not trusted",
      { serviceurl: "https://evil.example/" },
      { serviceUrl: "https://evil.example/" },
    ],
    [
      "serviceUrl",
      "a service without TLS",
      { serviceurl: SERVICE_URL.replace("https", "http") },
      { serviceUrl: SERVICE_URL.replace("https", "http") },
    ],
    ["channel", "another channel", {}, { channelId: "webchat" }],
    ["channel", "no channel", {}, { channelId: undefined }],
    ["tenant", "another tenant", {}, { conversation: { id: "a", tenantId: "t2" } }],
    ["tenant", "two tenants", {}, { channelData: { tenant: { id: "t2" } } }],
    ["tenant", "no tenant", {}, { conversation: { id: "a" }, channelData: {} }],
    ["person", "a guest without an account here", {}, { from: { id: "29:1guest" } }],
    ["person", "a person by name only", {}, { from: { id: "29:1", aadObjectId: "" } }],
  ])("%s: %s", async (why, _what, claims, changes) => {
    expect(await ask(await signer.sign(claims), teamsMessage(changes))).toBe(why);
  });

  it("signature: a token of somebody else's key under a known name", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    expect(await ask(await signer.sign({}, {}, privateKey))).toBe("signature");
  });

  it("signature: claims that were changed afterwards", async () => {
    const [header, , signature] = (await signer.sign()).split(".");
    const other = (await signer.sign({ jti: "changed" })).split(".")[1];
    expect(await ask(`${header}.${other}.${signature}`)).toBe("signature");
  });

  it("algorithm: none at all, or the public key as a shared secret", async () => {
    const payload = (await signer.sign()).split(".")[1];
    const header = (alg: string) => Buffer.from(JSON.stringify({ alg, kid: "key-1" })).toString("base64url");
    expect(await ask(`${header("none")}.${payload}.x`)).toBe("algorithm");
    expect(await ask(`${header("HS256")}.${payload}.x`)).toBe("algorithm");
  });

  it("key: a name nobody knows, or none", async () => {
    expect(await ask(await signer.sign({}, { kid: "key-2" }))).toBe("key");
    expect(await ask(await signer.sign({}, { kid: undefined }))).toBe("key");
  });

  it("endorsement: a key that may not sign for Teams", async () => {
    const other = await makeSigner(NOW, ["webchat"]);
    answers = async () => other.keySet;
    expect(await ask(await other.sign())).toBe("endorsement");
  });

  it.each(["", "Basic eDp5", "Bearer", "Bearer a.b", "Bearer a.b.c", `Bearer ${"x".repeat(100_000)}.y.z`])(
    "noToken: %.40s",
    async (authorization) => {
      expect(await gate(authorization, teamsMessage())).toBe("noToken");
    },
  );

  it("noToken: no header at all", async () => {
    expect(await gate(undefined, teamsMessage())).toBe("noToken");
  });

  it(
    "whatever the token and the activity hold: nobody is let in, and nothing breaks",
    async () => {
      const part = fc.oneof(
        fc.base64String(),
        fc.json().map((text) => Buffer.from(text).toString("base64url")),
      );
      const token = fc.tuple(part, part, part).map((parts) => `Bearer ${parts.join(".")}`);
      const property = fc.asyncProperty(fc.oneof(token, fc.string()), fc.object(), async (header, body) => {
        expect(await gate(header, body)).toBeDefined();
      });
      await fc.assert(property, { numRuns: LONG ? 100_000 : 2_000 });
    },
    LONG ? 600_000 : 30_000,
  );
});

describe("the keys", () => {
  it("are fetched once for many requests that come together", async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => signer.sign()));
    expect(await Promise.all(tokens.map((token) => ask(token)))).toEqual(tokens.map(() => undefined));
    expect(asked).toBe(1);
  });

  it("are fetched again after a day, without anybody waiting for it", async () => {
    await ask(await signer.sign());
    now += 25 * HOUR;
    let answer: (keys: unknown) => void = () => undefined;
    answers = () => new Promise((resolve) => (answer = resolve));
    const fresh = await makeSigner(now);
    expect(await ask(await signer.sign({ exp: now / 1000 + 60 }))).toBeUndefined();
    answer(fresh.keySet);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(2);
  });

  it("go on being used when the endpoint fails for days", async () => {
    await ask(await signer.sign());
    answers = () => Promise.reject(new Error("away"));
    for (let day = 1; day <= 3; day += 1) {
      now += 25 * HOUR;
      expect(await ask(await signer.sign({ exp: now / 1000 + 60 }))).toBeUndefined();
    }
  });

  it("are asked for at most once in five minutes, whatever names a flood makes up", async () => {
    for (let n = 0; n < 200; n += 1) await ask(await signer.sign({}, { kid: `made-up-${n}` }));
    expect(asked).toBe(1);
    now += 5 * 60_000;
    await ask(await signer.sign({}, { kid: "made-up" }));
    expect(asked).toBe(2);
  });

  it("that are none change nothing", async () => {
    await ask(await signer.sign());
    now += 25 * HOUR;
    answers = async () => ({ keys: "broken" });
    expect(await ask(await signer.sign({ exp: now / 1000 + 60 }))).toBeUndefined();
  });
});
