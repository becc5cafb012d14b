import { importJWK, type CryptoKey, type JWK } from "jose";
import { z } from "zod";
import type { Log } from "../log.ts";

/** A key that Azure Bot Service signs with, and the channels it may sign for. */
export interface BotKey {
  readonly key: CryptoKey | Uint8Array;
  readonly endorsements: readonly string[];
}

export interface BotKeysParts {
  /** Gets the key set as JSON; rejects when the endpoint does not answer. */
  readonly fetchKeys: () => Promise<unknown>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
}

/** Keys that sign what Teams posts. */
export interface BotKeys {
  /** The key with this id; undefined when there is none. */
  find(kid: string): Promise<BotKey | undefined>;
  /** Gets the keys now; for the start, so that the first request does not wait. */
  warmUp(): Promise<void>;
  /** When the keys were last fetched, in milliseconds; undefined when they never were. */
  readonly fetchedAt: number | undefined;
}

/** Keys change every few weeks and stand side by side for days. */
const REFRESH_AFTER_MS = 24 * 60 * 60 * 1000;
/** An unknown key id, or an endpoint that fails, is asked about at most this often: a flood must not become ours. */
const ASK_AGAIN_AFTER_MS = 5 * 60 * 1000;

const KeySet = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.string(),
      kty: z.literal("RSA"),
      n: z.string(),
      e: z.string(),
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

/**
 * The keys of Azure Bot Service. Once fetched they are kept: when the endpoint fails, the known keys go on being used
 * and the log says so, because refusing every message would be worse than a key that is a day older.
 */
export function makeBotKeys({ fetchKeys, now, log }: BotKeysParts): BotKeys {
  let keys = new Map<string, BotKey>();
  let fetchedAt: number | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    askedAt = now();
    try {
      const fresh = new Map<string, BotKey>();
      for (const { endorsements, ...jwk } of KeySet.parse(await fetchKeys()).keys) {
        fresh.set(jwk.kid, { key: await importJWK(jwk as JWK, "RS256"), endorsements });
      }
      keys = fresh;
      fetchedAt = now();
    } catch (error) {
      log.error({ error, known: keys.size }, "the keys of Azure Bot Service could not be fetched");
    }
  }

  /** One request at a time, and none soon after the last. */
  function refresh(): Promise<void> {
    if (asking === undefined && now() - askedAt < ASK_AGAIN_AFTER_MS) return Promise.resolve();
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  return {
    async find(kid) {
      const known = keys.get(kid);
      const isOld = fetchedAt === undefined || now() - fetchedAt > REFRESH_AFTER_MS;
      if (known === undefined) await refresh();
      // A known key is used while newer ones are fetched; nobody waits for that.
      else if (isOld) void refresh();
      return keys.get(kid) ?? known;
    },
    warmUp: refresh,
    get fetchedAt() {
      return fetchedAt;
    },
  };
}
