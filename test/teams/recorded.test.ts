import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeLog } from "../../bot/log.ts";
import { UNMEASURED } from "../../bot/metrics.ts";
import { startServer, type RunningServer } from "../../bot/server.ts";
import { makeTeamsBot } from "../../bot/teams/bot.ts";
import { makeBotKeys } from "../../bot/teams/botKeys.ts";
import type { Call } from "../../bot/teams/connector.ts";
import { makeGate } from "../../bot/teams/gate.ts";
import { identityOf } from "../../bot/teams/registration.ts";
import type { Answer } from "../../bot/domain/decision.ts";
import type { Shown } from "../../bot/domain/shown.ts";
import { APP_ID, makeSigner, NOW, TENANT_ID, type Signer } from "./signing.ts";

/**
 * What Teams posts, what is read from it, and what goes back: see recorded/README.md. Everything goes over HTTP, so that
 * another SDK below `bot/teams` is held to the same.
 */
interface Recorded {
  readonly about: string;
  /** What the rest of the product answers; nothing when it leaves it at that. */
  readonly answer?: Shown;
  readonly activity: { readonly serviceUrl?: string };
  readonly expect: {
    readonly status: number;
    readonly body: unknown;
    readonly handled?: object;
    readonly refreshed?: object;
    readonly searched?: object;
    readonly sent?: readonly object[];
  };
}

const FOLDER = join(import.meta.dirname, "recorded");
const recorded = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => {
    const text = readFileSync(join(FOLDER, name), "utf8");
    return [name.replace(".json", ""), JSON.parse(text) as Recorded] as const;
  });

/** What was done for the activity that is being posted. */
const done = {
  handled: [] as object[],
  refreshed: [] as object[],
  searched: [] as object[],
  sent: [] as object[],
};
let answer: Shown | undefined;
let server: RunningServer;
let signer: Signer;

beforeAll(async () => {
  signer = await makeSigner();
  const log = makeLog("silent");
  const now = () => NOW;
  const answered = (): Answer => ({
    notice: answer?.about === "refusal" ? answer : { about: "help" },
    token: "t",
  });
  const bot = makeTeamsBot({
    gate: makeGate({
      appId: APP_ID,
      tenantId: TENANT_ID,
      keys: makeBotKeys({ fetchKeys: async () => signer.keySet, now, log }),
      now,
    }),
    metrics: UNMEASURED,
    identity: identityOf(undefined),
    connector: {
      async call({ method, serviceUrl, path }: Call) {
        done.sent.push({ method, serviceUrl, path });
        return { kind: "done", id: "1", text: "" };
      },
      close: async () => undefined,
    },
    async handle(incoming) {
      done.handled.push(incoming);
      return answer && answered();
    },
    async refresh(token, entraId) {
      done.refreshed.push({ token, entraId });
      return answered();
    },
    async search(searching, token, entraId) {
      done.searched.push({ searching, token, entraId });
      return [{ title: "Verkeer", value: "verkeer" }];
    },
    async show() {
      if (!answer) throw new Error("the recording has no answer to show");
      return answer;
    },
    clock: () => new Date(NOW).toISOString(),
    newId: () => "new-id",
    log,
    tenantId: TENANT_ID,
  });
  server = await startServer({
    host: "127.0.0.1",
    port: 0,
    messages: (request, response) => bot(request as never, response),
    health: async () => ({ ok: true }),
    metrics: { ...UNMEASURED, contentType: "text/plain", text: async () => "" },
    log,
    unlimited: true,
    routes: [],
  });
});
afterAll(() => server.close());

beforeEach(() => {
  for (const list of Object.values(done)) list.length = 0;
});

it.each(recorded)("%s", async (_name, { activity, expect: expected, ...more }) => {
  answer = more.answer;
  const token = await signer.sign({ serviceurl: activity.serviceUrl });
  const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  expect(response.status).toBe(expected.status);
  expect(text === "" ? "" : JSON.parse(text)).toEqual(shaped(expected.body));
  const { handled, refreshed, searched, sent = [] } = expected;
  expect(done.handled).toMatchObject(handled ? [handled] : []);
  expect(done.refreshed).toEqual(refreshed ? [refreshed] : []);
  expect(done.searched).toEqual(searched ? [searched] : []);
  expect(done.sent).toEqual(sent);
});

/** What a body must hold: more may be there, and "@string" stands for any sentence. */
function shaped(body: unknown): unknown {
  if (body === "@string") return expect.stringMatching(/\S/);
  if (Array.isArray(body)) return body.map(shaped);
  if (typeof body !== "object" || body === null) return body;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(body).map(([name, value]) => [name, shaped(value)])),
  );
}
