import { setTimeout as wait } from "node:timers/promises";
import { request } from "undici";
import { newId } from "./chance.ts";
import type { Instant } from "./domain/calendar.ts";
import { startClockwork } from "./clockwork.ts";
import type { Incoming } from "./domain/incoming.ts";
import { handle, handleTime } from "./handle.ts";
import type { Log } from "./log.ts";
import { startOutbox } from "./outbox.ts";
import { Pace, takeTurn } from "./pace.ts";
import { makeMetrics } from "./metrics.ts";
import { openPractice, type Practice } from "./practice/open.ts";
import { makeRegistry } from "./registry.ts";
import { refresh } from "./refresh.ts";
import { search } from "./search.ts";
import { startServer } from "./server.ts";
import { PRACTICE_HOST, type Settings } from "./settings.ts";
import { show } from "./show/show.ts";
import { makeTeamsBot } from "./teams/bot.ts";
import { makeBotKeys } from "./teams/botKeys.ts";
import { makeGate, openGate, type Gate } from "./teams/gate.ts";
import { makeConnector, type Turn } from "./teams/connector.ts";
import { identityOf } from "./teams/registration.ts";
import { isGuest } from "./teams/membership.ts";
import { makeMessenger, type Home } from "./teams/send.ts";
import type { Store } from "../storage/store.ts";

export interface StartParts {
  readonly settings: Settings;
  readonly store: Store;
  /** Words for taking compounds apart. */
  readonly words: readonly string[];
  readonly clock: () => Instant;
  /** Moves the clock on; only the practice municipality's can be. False when that moment is past. */
  readonly moveClock?: ((later: Instant) => Promise<boolean>) | undefined;
  readonly log: Log;
  /** Gets the keys of Azure Bot Service; tests have their own. */
  readonly keys?: (() => Promise<unknown>) | undefined;
}

export interface Running {
  readonly port: number;
  /** The practice room's own side, when it runs. */
  readonly practice?: Practice | undefined;
  /** Resolves when every message that could be sent has been. */
  settled(): Promise<void>;
  /** Lets every moment come that is due on the clock now. */
  catchUp(): Promise<void>;
  /** Finishes what is under way and closes the store. */
  stop(): Promise<void>;
}

/** Where conversations are opened that nobody began. */
function homeOf({ registration }: Settings, practice: Practice | undefined): Home {
  if (practice) {
    const { tenantId, botId } = practice.connector;
    return { tenantId, botId, serviceUrl: practice.connector.serviceUrl() };
  }
  const { tenantId = "", appId = "" } = registration ?? {};
  return { tenantId, botId: `28:${appId}`, serviceUrl: TEAMS_SERVICE };
}

/** Where the Teams connector lives when no conversation has told yet. */
const TEAMS_SERVICE = "https://smba.trafficmanager.net/teams/";

const REAL_TIME = {
  now: () => performance.now(),
  wait: (ms: number) => wait(ms, undefined, { ref: false }),
};

function turnsAt(pace: Pace): Turn {
  return (thread) => takeTurn(pace, REAL_TIME, thread);
}

/** Where Azure Bot Service publishes the keys it signs with. */
const KEYS_URL = "https://login.botframework.com/v1/.well-known/keys";
const KEYS_TIMEOUT_MS = 5_000;

async function fetchKeys(): Promise<unknown> {
  const answer = await request(KEYS_URL, { headersTimeout: KEYS_TIMEOUT_MS, bodyTimeout: KEYS_TIMEOUT_MS });
  if (answer.statusCode !== 200) throw new Error(`the key endpoint answered ${answer.statusCode}`);
  return answer.body.json();
}

/** Only Teams, for this bot in this tenant; in the practice room everybody on this machine. */
async function gateOf({ settings: { registration }, log, keys = fetchKeys }: StartParts): Promise<Gate> {
  if (!registration) return openGate;
  const { appId, tenantId } = registration;
  // The machine's own clock: a token's times are not those of the practice municipality.
  const botKeys = makeBotKeys({ fetchKeys: keys, now: Date.now, log });
  await botKeys.warmUp();
  return makeGate({ appId, tenantId, keys: botKeys, now: Date.now });
}

/** What is shown to whom, without the parts it is read from. */
type Shown = Parameters<typeof show> extends [unknown, ...infer Rest] ? Rest : never;

/** Puts the parts together around a store and starts listening. */
export async function start(parts: StartParts): Promise<Running> {
  const { settings, store, clock, log } = parts;
  const metrics = makeMetrics();
  const registry = makeRegistry(store, parts.words);
  const isPractice = settings.registration === undefined;
  const identity = identityOf(settings.registration);
  const connector = isPractice
    ? makeConnector(identity, true)
    : makeConnector(identity, false, turnsAt(new Pace(settings.instances)));
  const showNow = (...shown: Shown) => show({ store, registry, clock }, ...shown);

  const { register } = await registry.current();
  let port = settings.port;
  const origin = () => `http://${PRACTICE_HOST}:${port}`;
  const moveTo = async (later: Instant): Promise<boolean> => {
    const moved = (await parts.moveClock?.(later)) ?? false;
    if (moved) await clockwork.catchUp();
    return moved;
  };
  const practice = isPractice ? openPractice({ register, clock, moveTo, newId, origin }) : undefined;
  const messenger = makeMessenger({ connector, show: showNow, home: () => homeOf(settings, practice) });
  const outbox = startOutbox({
    store,
    messenger,
    metrics,
    clock,
    log,
    newId,
    register: async () => (await registry.current()).register,
    chance: Math.random,
    owner: newId(),
  });
  const handleParts = {
    store,
    registry,
    metrics,
    newId,
    clock,
    wakeOutbox: () => outbox.wake(),
    // On this machine any client may play, also one that knows no members.
    isGuest: async (incoming: Incoming) =>
      (await isGuest(connector, incoming)) ?? (isPractice ? false : undefined),
  };
  const clockwork = startClockwork({
    store,
    clock,
    log,
    pass: (timer, at) => handleTime(handleParts, timer, at),
  });
  const bot = makeTeamsBot({
    gate: await gateOf(parts),
    metrics,
    identity,
    connector,
    async handle(incoming) {
      const begun = performance.now();
      const answer = await handle(handleParts, incoming);
      metrics.act(incoming.act.kind, performance.now() - begun);
      return answer;
    },
    refresh: (token, entraId) => refresh(handleParts, token, entraId),
    search: (...searched) => search(handleParts, ...searched),
    show: showNow,
    clock,
    newId,
    log,
    tenantId: settings.registration?.tenantId,
  });
  const server = await startServer({
    host: settings.host,
    port: settings.port,
    // restify hands over what the adapter takes; only their types were written apart.
    messages: (request, response) => bot(request as never, response),
    health: () => store.health(),
    metrics,
    log,
    unlimited: isPractice,
    routes: practice?.routes ?? [],
  });
  port = server.port;
  return {
    port,
    practice,
    settled: () => outbox.settled(),
    catchUp: () => clockwork.catchUp(),
    async stop() {
      practice?.connector.close();
      await server.close();
      await clockwork.stop();
      await outbox.stop();
      await connector.close();
      await store.close();
    },
  };
}
