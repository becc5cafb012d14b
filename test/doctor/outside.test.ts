import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { outside } from "../../bot/doctor/outside.ts";
import { reach, type Reached } from "../../bot/doctor/reach.ts";
import type { Registration, Settings } from "../../bot/settings.ts";

const NOW = Date.parse("2026-11-27T12:00:00.000Z");
const tenantId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const registration: Registration = {
  appId: "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
  appType: "SingleTenant",
  tenantId,
  credential: { kind: "secret", secret: "hunter2" },
};
const base = {
  port: 3978,
  host: "0.0.0.0",
  dataFolder: "./data",
  store: "./data",
  instances: 1,
  logLevel: "info",
} as const;

const answered = (status: number, body: unknown = {}, date: number | undefined = NOW): Reached => ({
  kind: "answered",
  status,
  date,
  body,
});
const SILENT: Reached = { kind: "silent", why: "ENOTFOUND" };
const KEYS = answered(200, { keys: [{ endorsements: ["msteams"] }, { endorsements: ["webchat"] }, {}] });

/** How the world answers, by what is asked. */
interface World {
  readonly keys?: Reached;
  readonly login?: Reached;
  readonly connector?: Reached;
  readonly own?: Reached;
  readonly token?: Error;
  readonly settings?: Partial<Settings>;
}

async function found({ keys = KEYS, login = answered(200), connector = answered(404), ...world }: World) {
  const settings = { ...base, registration, publisher: {}, ...world.settings };
  const asked: string[] = [];
  const checks = await outside(settings, {
    now: () => NOW,
    async reach(url) {
      asked.push(url);
      if (url.startsWith("https://login.botframework.com/")) return keys;
      if (url.startsWith(`https://login.microsoftonline.com/${tenantId}/`)) return login;
      if (url.startsWith("https://smba.trafficmanager.net/")) return connector;
      if (url === "https://kernwijzer.gemeente.example/health/ready") return world.own ?? answered(200);
      throw new Error(`nobody should ask ${url}`);
    },
    token: () => (world.token ? Promise.reject(world.token) : Promise.resolve("Bearer x")),
  });
  return { checks, asked, of: (name: string) => checks.find((check) => check.name === name) };
}

const PUBLIC = { settings: { publisher: { url: "https://kernwijzer.gemeente.example" } } };

describe("the doctor looks outside", () => {
  it("and all is well", async () => {
    const { checks } = await found(PUBLIC);
    expect(checks.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      "clock ok",
      "keys ok",
      "login ok",
      "credential ok",
      "connector ok",
      "address ok",
    ]);
  });

  it("not at all for the practice room", async () => {
    const { asked, checks } = await found({ settings: { registration: undefined } });
    expect(asked).toEqual([]);
    expect(checks).toMatchObject([{ verdict: "ok" }]);
  });

  it.each<[what: string, name: string, verdict: string, says: RegExp, world: World]>([
    ["no keys", "keys", "wrong", /login\.botframework\.com does not answer \(ENOTFOUND\)/, { keys: SILENT }],
    [
      "a proxy's page",
      "keys",
      "wrong",
      /answers 200 without keys for Teams/,
      { keys: answered(200, "<html>") },
    ],
    ["keys of others", "keys", "wrong", /without keys/, { keys: answered(200, { keys: [{}] }) }],
    ["keys refused", "keys", "wrong", /answers 403/, { keys: answered(403) }],
    ["no login", "login", "wrong", /login\.microsoftonline\.com does not answer/, { login: SILENT }],
    [
      "another tenant",
      "login",
      "wrong",
      /knows no tenant 7c9e.*MICROSOFT_APP_TENANT_ID/,
      { login: answered(400) },
    ],
    ["a login in trouble", "login", "wrong", /answers 503\. Try again/, { login: answered(503) }],
    [
      "an expired secret",
      "credential",
      "wrong",
      /the secret is not accepted \(AADSTS7000222\).*make a new one/,
      {
        token: new Error("7000222: AADSTS7000222: The provided client secret keys for app 'x' are expired."),
      },
    ],
    [
      "a secret refused otherwise",
      "credential",
      "wrong",
      /gives no token, and Microsoft gave no reason/,
      { token: new Error("?") },
    ],
    [
      "no connector",
      "connector",
      "wrong",
      /smba\.trafficmanager\.net does not answer/,
      { connector: SILENT },
    ],
    ["a connector in trouble", "connector", "note", /answers 502/, { connector: answered(502) }],
    [
      "an own address that is silent",
      "address",
      "note",
      /does not answer \(ENOTFOUND\) from here/,
      { ...PUBLIC, own: SILENT },
    ],
    [
      "a product that is not ready",
      "address",
      "note",
      /answers 503 from here/,
      { ...PUBLIC, own: answered(503) },
    ],
    ["a clock ten seconds off", "clock", "ok", /as Microsoft's/, { keys: answered(200, {}, NOW - 10_000) }],
    [
      "a clock a minute fast",
      "clock",
      "note",
      /60 s ahead of.*NTP/,
      { keys: answered(200, {}, NOW - 60_000) },
    ],
    [
      "a clock six minutes slow",
      "clock",
      "wrong",
      /360 s behind.*refused/,
      { keys: answered(200, {}, NOW + 360_000) },
    ],
    ["nobody to compare with", "clock", "note", /Check it by hand/, { keys: SILENT, login: SILENT }],
  ])("%s", async (_what, name, verdict, says, world) => {
    const { of, checks } = await found(world);
    expect(of(name)).toEqual({ name, verdict, says: expect.stringMatching(says) });
    expect(JSON.stringify(checks)).not.toContain("hunter2");
  });

  it("no token is asked for where nobody can give one", async () => {
    expect((await found({ login: SILENT, token: new Error("asked") })).of("credential")).toBeUndefined();
  });

  it("a token that never comes is not waited for", async () => {
    const checks = await outside(
      { ...base, registration },
      {
        now: () => NOW,
        reach: async () => answered(200),
        token: () => new Promise(() => undefined),
        tokenWithinMs: 1,
      },
    );
    expect(checks).toContainEqual({
      name: "credential",
      verdict: "note",
      says: expect.stringMatching(/nobody said/),
    });
  });

  it("a managed identity is left to Azure", async () => {
    const managed = {
      ...registration,
      appType: "UserAssignedMSI",
      credential: { kind: "managedIdentity" },
    } as const;
    const { of } = await found({ settings: { registration: managed }, token: new Error("asked") });
    expect(of("credential")).toMatchObject({ verdict: "ok" });
  });
});

describe("asking an address", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function serve(answer: RequestListener): Promise<string> {
    server = createServer(answer);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it("gives status, time and JSON", async () => {
    const url = await serve((_request, response) => {
      response.setHeader("date", new Date(NOW).toUTCString());
      response.writeHead(200).end('{"a":1}');
    });
    expect(await reach(url)).toEqual({ kind: "answered", status: 200, date: NOW, body: { a: 1 } });
  });

  it("gives a page as it is", async () => {
    const url = await serve((_request, response) => response.writeHead(502).end("<html>"));
    expect(await reach(url)).toMatchObject({ kind: "answered", status: 502, body: "<html>" });
  });

  it("does not wait for one that hangs", async () => {
    const url = await serve(() => undefined);
    expect(await reach(url, 50)).toEqual({ kind: "silent", why: expect.stringMatching(/Timeout/i) });
  });

  it("does not wait for one that stops halfway", async () => {
    const url = await serve((_request, response) => response.writeHead(200).write("{"));
    expect(await reach(url, 50)).toMatchObject({ kind: "silent" });
  });

  it("says why nobody answers", async () => {
    const url = await serve(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    expect(await reach(url)).toEqual({ kind: "silent", why: "ECONNREFUSED" });
  });
});
