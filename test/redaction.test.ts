import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeLog, type Log } from "../bot/log.ts";
import { redact } from "../bot/redact.ts";
import { secretsOf } from "../bot/secrets.ts";
import { aroundCommit } from "./aroundCommit.ts";
import { call } from "./cli/call.ts";
import { openTown } from "./town.ts";

/** What is planted, each findable by itself. */
const PLANTED = {
  secret: "Geheim~plant3d.Wachtw00rd",
  token: "eyJhbGciOiJQTEFOVCJ9.eyJwbGFudGVkIjoxfQ.c2lnLXBsYW50ZWQ",
  name: "Quirina Vlietstra",
  mail: "q.vlietstra@plantdorp.example",
  phone: "06-91827364",
  sentence: "mijn buurvrouw plantsentinel is ziek",
  urlToken: "urlplantsleutel77",
} as const;

function leaksIn(text: string): readonly string[] {
  return Object.entries(PLANTED).flatMap(([what, planted]) => (text.includes(planted) ? [what] : []));
}

/** As the messages of packages are: with what they were given. */
function quoting(): Error {
  const { secret, token, name, mail, phone, sentence, urlToken } = PLANTED;
  return Object.assign(
    new Error(
      [
        `request with Bearer ${token} to https://bot:${secret}@smba.example/emea/${urlToken}?sig=${urlToken}`,
        `client_secret=${secret}&scope=x, mail ${mail}, bel ${phone}`,
        `Unexpected token 'Q', "${name}: "${sentence}"" is not valid JSON`,
      ].join("\n"),
    ),
    { code: `E${secret}`, config: { headers: { authorization: token } }, body: { name, sentence } },
  );
}

const lines: string[] = [];
const to = { write: (line: string) => void lines.push(line) };
const written = () => lines.join("");
let folder: string;
beforeEach(async () => {
  lines.length = 0;
  folder = await mkdtemp(join(tmpdir(), "kernwijzer-redaction-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

describe("what stands in a log", () => {
  it.each([
    ["a token", `Authorization: Bearer ${PLANTED.token}`],
    ["a token by itself", PLANTED.token],
    ["a mail address", `aan ${PLANTED.mail} gestuurd`],
    ["a phone number", `bel ${PLANTED.phone}.`],
    ["an international number", "bel +31 6 91827364"],
    ["what is quoted", `"${PLANTED.name}: "${PLANTED.sentence}"" is not valid JSON`],
    ["the rest of an address", `POST https://smba.example/${PLANTED.urlToken}/v3?x=${PLANTED.urlToken}`],
    ["the password of a database", `postgres://bot:${PLANTED.secret}@db/kernwijzer`],
    ["a private key", `-----BEGIN PRIVATE KEY-----\n${PLANTED.secret}\n-----END PRIVATE KEY-----`],
  ])("holds no %s", (_what, text) => {
    const left = redact(text);
    expect(leaksIn(left)).toEqual([]);
    expect(left).not.toContain("91827364");
  });

  it("keeps what a developer needs", () => {
    const frame = "at f (/app/node_modules/@azure/msal-node/dist/a.js:1:2)";
    expect(redact(frame)).toBe(frame);
    expect(redact("connect ECONNREFUSED 127.0.0.1:5432")).toBe("connect ECONNREFUSED 127.0.0.1:5432");
    expect(redact("Cannot read properties of undefined (reading 'row')")).toContain("'row'");
  });

  it("knows the bot's own secrets, whatever they look like", () => {
    const registration = {
      appId: "a",
      tenantId: "t",
      appType: "SingleTenant",
      credential: { kind: "secret", secret: PLANTED.secret },
    } as const;
    const secrets = secretsOf({ registration, store: "postgres://u:p%40ss-planted@db/k" });
    makeLog("info", { secrets, to }).info({ why: `${PLANTED.secret} p%40ss-planted p@ss-planted` }, "told");
    expect(written()).not.toMatch(/plant/);
  });
});

describe("every place that logs", () => {
  const sources = globSync("bot/**/*.ts").filter((file) => !file.includes("practice/page"));
  const calls = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\blog\.(?:info|warn|error)\(\s*\{([^}]*)\},?\s*"([^"]+)"/g)].map(
      ([, fields = "", message = ""]) => ({ file, message, fields: fieldsOf(fields) }),
    ),
  );
  const FIELDS = [
    "error",
    "correlation",
    "why",
    "refused",
    "known",
    "collection",
    "moment",
    "act",
    "outcome",
  ];

  it("is found: none is written in a way this test does not read", () => {
    const any = sources.flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/\blog\.(?:info|warn|error|debug|trace|fatal)\(/g),
    ]);
    expect(calls.length).toBeGreaterThanOrEqual(15);
    expect(calls).toHaveLength(any.length);
  });

  it("is the only way out: nothing else writes to a console", () => {
    expect(sources.filter((file) => /\bconsole\./.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it.each(calls)("$file: $message", ({ fields, message }) => {
    expect(FIELDS).toEqual(expect.arrayContaining([...fields]));
    const secrets = [PLANTED.secret];
    const planted = (name: string) =>
      name === "error" ? quoting() : name === "known" ? 1 : quoting().message;
    const given = Object.fromEntries(fields.map((name) => [name, planted(name)]));
    makeLog("info", { secrets, to }).error(given, message);
    expect(lines).toHaveLength(1);
    expect(leaksIn(written())).toEqual([]);
    // The same without redaction: then what was planted would have been found.
    lines.length = 0;
    pino({ serializers: { error: pino.stdSerializers.err } }, to).error(given, message);
    expect(leaksIn(written()).length > 0).toBe(fields.some((name) => name !== "known"));
  });
});

function fieldsOf(source: string): readonly string[] {
  return source.split(",").map((field) => field.split(":")[0]?.trim() ?? "");
}

/** People type, press, forge and search; the store and the connector fail with everything that was planted. */
async function traffic(log: Log): Promise<string> {
  let broken = false;
  const town = await openTown({
    log,
    behind: (store) => aroundCommit(store, (commit) => (broken ? Promise.reject(quoting()) : commit())),
  });
  const outside = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  const answers: string[] = [];
  const keep = async (given: Promise<{ readonly text: string }>) => void answers.push((await given).text);
  const { name, sentence, mail, phone, token, urlToken } = PLANTED;
  const words = `${sentence}, ${name}, ${mail}, ${phone}`;
  const from = { id: "29:planted", aadObjectId: "entra-planted", name };
  const sam = town.person("Sam Schets");
  const serviceUrl = `${town.connector.serviceUrl()}/${urlToken}`;
  await sam.asks(words);
  await keep(town.post(sam.activity({ text: words, from })));
  await keep(town.post(sam.activity({ text: words, serviceUrl })));
  await keep(town.post(sam.invoke(words, { token, reason: words }, { from })));
  await keep(town.post(sam.activity({ type: "invoke", name: words, value: { words } })));
  await keep(town.post(sam.activity({ type: words, from })));
  await keep(town.post(sam.activity({ type: 1, words })));
  await sam.asks("wie gaat over hondenlosloopgebied in Veen");
  await sam.presses("Klopt niet");
  town.connector.faults.set("personal.noor-blauwdruk", {
    status: 400,
    body: words,
    delayMs: 0,
    takesEffect: false,
  } as never);
  await sam.presses("Voorstel versturen", { vakteam: "swa", scope: "all", remark: "hoort daar" });
  broken = true;
  await keep(town.post(sam.activity({ text: words, id: "77" })));
  await keep(town.post(sam.invoke("notRight", {}, { from })));
  const get = (path: string, init?: RequestInit) =>
    fetch(`${town.origin}${path}`, init).then(async (answer) => ({ text: await answer.text() }));
  await keep(get("/metrics"));
  await keep(get("/health/ready"));
  await keep(get(`/${urlToken}?q=${encodeURIComponent(words)}`, { headers: { authorization: token } }));
  await keep(
    get("/api/messages", { method: "POST", body: `{"text":"${words}"`, headers: { authorization: token } }),
  );
  const printed = outside.flatMap((spy) => spy.mock.calls.map(([text]) => String(text))).join("");
  await town.close();
  return answers.join("\n") + printed;
}

describe("real traffic with all of it planted", () => {
  it("leaves nothing in the log, in the figures, in an answer or on the console", async () => {
    const answers = await traffic(makeLog("info", { secrets: [PLANTED.secret], to }));
    expect(written()).toContain("an act failed");
    expect(written()).toContain("ignored an activity");
    expect(written()).toContain("gave up on a message");
    expect(leaksIn(written())).toEqual([]);
    // The router tells a caller the path it asked for itself; nobody else hears it.
    expect(leaksIn(answers).filter((what) => what !== "urlToken")).toEqual([]);
  });

  it("would have been found: the same with a log that redacts nothing", async () => {
    await traffic(pino({ serializers: { error: pino.stdSerializers.err } }, to));
    expect(leaksIn(written()).length).toBeGreaterThan(3);
  });
});

describe("the command line", () => {
  const env = {
    MICROSOFT_APP_ID: "no-guid",
    MICROSOFT_APP_TYPE: "SingleTennant",
    MICROSOFT_APP_PASSWORD: PLANTED.secret,
    DATABASE_URL: `postgres://bot:${PLANTED.secret}@127.0.0.1:1/kernwijzer`,
  };

  it("tells no secret when settings are wrong, nor when the database is not there", async () => {
    const answers = [
      await call(["doctor"], { ...env, KERNWIJZER_DATA: folder }),
      await call(["journal"], { DATABASE_URL: env.DATABASE_URL }),
    ];
    expect(answers.map(({ code }) => code)).not.toContain(0);
    expect(leaksIn(answers.map(({ out, err }) => out + err).join())).toEqual([]);
  });

  it("says where a file is wrong, not what stands there about a person", async () => {
    const { name, mail, phone } = PLANTED;
    await writeFile(
      join(folder, "officials.csv"),
      `id,name,entra_id,active\n${mail},${name},${phone},yes\nok,${name},,misschien ${phone}\n`,
    );
    expect((await call(["init", "--data", join(folder, "store")])).code).toBe(0);
    const { code, out, err } = await call(["import", folder, "--data", join(folder, "store")]);
    expect(code).not.toBe(0);
    expect(out + err).toContain("officials.csv");
    expect(leaksIn(out + err)).toEqual([]);
  });
});
