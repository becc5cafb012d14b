import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { Registration, Settings } from "../settings.ts";
import { note, ok, wrong, type Check } from "./check.ts";
import type { Reach, Reached } from "./reach.ts";

/** Where Azure Bot Service publishes the keys it signs with. */
const KEYS_URL = "https://login.botframework.com/v1/.well-known/keys";
/** Where the bot gets its own token; the tenant comes behind it. */
const LOGIN_URL = "https://login.microsoftonline.com/";
/** Where messages leave. */
const CONNECTOR_URL = "https://smba.trafficmanager.net/teams/";

/** How far this clock may be off before it is told, and before tokens are refused. In milliseconds. */
const CLOCK_NOTE_MS = 30_000;
const CLOCK_WRONG_MS = 5 * 60_000;
/** The SDK that gets the token waits for ever. In milliseconds. */
const TOKEN_WITHIN_MS = 10_000;

export interface OutsideParts {
  readonly reach: Reach;
  /** This machine's clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Gets a token as the product does; rejects when there is none to get. */
  readonly token: (registration: Registration) => Promise<unknown>;
  readonly tokenWithinMs?: number;
}

/** Everything outside this machine that the product needs. */
export async function outside(settings: Settings, parts: OutsideParts): Promise<readonly Check[]> {
  const { registration, publisher } = settings;
  if (registration === undefined) {
    return [ok("network", "not needed: the practice room calls nobody outside this machine")];
  }
  const { reach, now } = parts;
  const began = now();
  const [keys, login, connector, own] = await Promise.all([
    reach(KEYS_URL),
    reach(`${LOGIN_URL}${registration.tenantId}/v2.0/.well-known/openid-configuration`),
    reach(CONNECTOR_URL),
    publisher?.url === undefined ? undefined : reach(`${publisher.url}/health/ready`),
  ]);
  return [
    clock([keys, login], (began + now()) / 2),
    keysCheck(keys),
    loginCheck(login, registration),
    ...(isGood(login) ? [await credential(registration, parts)] : []),
    connectorCheck(connector),
    ...(own === undefined ? [] : [ownAddress(own)]),
  ];
}

function isGood(reached: Reached): reached is Reached & { kind: "answered" } {
  return reached.kind === "answered" && reached.status === 200;
}

function clock(answers: readonly Reached[], here: number): Check {
  const dates = answers.flatMap((one) => (one.kind === "answered" ? [one.date ?? []].flat() : []));
  const [there] = dates;
  if (there === undefined)
    return note("clock", "nothing outside answers to compare it with. Check it by hand.");
  const off = Math.round((here - there) / 1_000);
  const says = `${Math.abs(off)} s ${off < 0 ? "behind" : "ahead of"} Microsoft's`;
  if (Math.abs(here - there) >= CLOCK_WRONG_MS) {
    return wrong(
      "clock",
      `${says}, so everything Teams sends is refused. Let this machine keep time with NTP.`,
    );
  }
  if (Math.abs(here - there) >= CLOCK_NOTE_MS)
    return note("clock", `${says}. Let this machine keep time with NTP.`);
  return ok("clock", "as Microsoft's");
}

const KeySet = z.object({
  keys: z.array(z.object({ endorsements: z.array(z.string()).default([]) })),
});

function keysCheck(reached: Reached): Check {
  const name = "keys";
  if (reached.kind === "silent")
    return silent(name, KEYS_URL, reached.why, "nothing from Teams can be checked");
  const set = KeySet.safeParse(reached.body);
  const forTeams = set.success ? set.data.keys.filter((key) => key.endorsements.includes("msteams")) : [];
  if (reached.status === 200 && forTeams.length > 0)
    return ok(name, `${forTeams.length} that sign for Teams`);
  return wrong(
    name,
    `${hostOf(KEYS_URL)} answers ${reached.status} without keys for Teams. A proxy in between? Let this machine reach it itself.`,
  );
}

function loginCheck(reached: Reached, { tenantId }: Registration): Check {
  const name = "login";
  if (reached.kind === "silent") return silent(name, LOGIN_URL, reached.why, "no message can be sent");
  if (isGood(reached)) return ok(name, "the tenant is known");
  if (reached.status === 400 || reached.status === 404) {
    return wrong(name, `Microsoft knows no tenant ${tenantId}. Correct MICROSOFT_APP_TENANT_ID.`);
  }
  return wrong(name, `${hostOf(LOGIN_URL)} answers ${reached.status}. Try again later.`);
}

/** Whether the bot can prove who it is. Microsoft's reasons have a code that is safe to show: AADSTS7000222. */
async function credential(registration: Registration, parts: OutsideParts): Promise<Check> {
  const name = "credential";
  const { kind } = registration.credential;
  if (kind === "managedIdentity") {
    return ok(name, "a managed identity; only Azure itself can tell whether it is the right one");
  }
  const late = setTimeout(parts.tokenWithinMs ?? TOKEN_WITHIN_MS, "late" as const, { ref: false });
  try {
    const outcome = await Promise.race([parts.token(registration), late]);
    if (outcome === "late")
      return note(name, `nobody said whether the ${kind} is accepted. Try again later.`);
    return ok(name, `the ${kind} is accepted`);
  } catch (error) {
    const why = /AADSTS\d+/.exec(error instanceof Error ? error.message : "")?.[0];
    if (why === undefined) {
      return wrong(
        name,
        `the ${kind} gives no token, and Microsoft gave no reason. Try again; if it stays, make a new one.`,
      );
    }
    return wrong(
      name,
      `the ${kind} is not accepted (${why}). It may have expired, or belong to another app: make a new one at the app ` +
        "registration.",
    );
  }
}

function connectorCheck(reached: Reached): Check {
  const name = "connector";
  if (reached.kind === "silent") return silent(name, CONNECTOR_URL, reached.why, "no message can be sent");
  // Without a token it says no; that it says anything is what counts.
  if (reached.status < 500) return ok(name, "answers");
  return note(name, `${hostOf(CONNECTOR_URL)} answers ${reached.status}. Try again later.`);
}

function ownAddress(reached: Reached): Check {
  const name = "address";
  if (isGood(reached)) return ok(name, "KERNWIJZER_URL answers, and is ready");
  const what = reached.kind === "silent" ? `does not answer (${reached.why})` : `answers ${reached.status}`;
  return note(
    name,
    `KERNWIJZER_URL ${what} from here. Does the product run, and do name, certificate and proxy lead to it?`,
  );
}

function silent(name: string, url: string, why: string, so: string): Check {
  return wrong(
    name,
    `${hostOf(url)} does not answer (${why}), so ${so}. Let this machine reach it over https.`,
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
