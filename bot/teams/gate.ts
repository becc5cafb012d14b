import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from "jose";
import { partsOf } from "./activity.ts";
import type { BotKeys } from "./botKeys.ts";
import { isTrusted } from "./serviceUrl.ts";

/** Why a request was not let in. For counting and for the log; the caller hears "no" and nothing else. */
export const REFUSED = [
  "noToken", // no bearer token, or something that is none
  "algorithm", // not signed with RS256
  "issuer", // not from Azure Bot Service: also our own outbound token, a skill's, an emulator's
  "audience", // meant for another bot
  "time", // expired, not valid yet, or without an end
  "key", // signed with an unknown key
  "endorsement", // the key may not sign for Teams
  "signature",
  "serviceUrl", // absent, not trusted, or another one than the token says
  "channel", // not Teams
  "tenant", // another tenant, or none named
  "person", // nobody of the tenant's own directory
] as const;
export type Refused = (typeof REFUSED)[number];

/** Decides about a request before anything else looks at it: undefined lets it in. */
export type Gate = (authorization: string | undefined, body: object) => Promise<Refused | undefined>;

/** The practice room lets everybody in, and is reachable from this machine only. */
export const openGate: Gate = () => Promise.resolve(undefined);

/** Issuer of the tokens with which Teams posts. Source: Microsoft Learn, "Bot Connector authentication". */
const ISSUER = "https://api.botframework.com";
const CHANNEL = "msteams";
/** How far clocks may differ, in seconds. */
const TOLERANCE_S = 5 * 60;
/** Tokens of Azure Bot Service are some 1,200 characters. */
const LONGEST_TOKEN = 8_000;

export interface GateParts {
  readonly appId: string;
  readonly tenantId: string;
  readonly keys: BotKeys;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Lets in what Teams posts for this bot in this tenant. The checks that cost nothing come first, so that a flood of
 * refusals stays cheap; nothing is kept about a request, so that it stays as cheap.
 */
export function makeGate(parts: GateParts): Gate {
  return async (authorization, body) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization?.slice(0, LONGEST_TOKEN) ?? "")?.[1];
    if (token === undefined) return "noToken";
    const claims = readClaims(token);
    if (claims === undefined) return "noToken";
    return (
      wrongClaims(claims, parts) ??
      wrongActivity(claims.payload, body, parts) ??
      (await wrongSignature(token, claims.kid, parts))
    );
  };
}

interface Claims {
  readonly algorithm: string | undefined;
  readonly kid: string | undefined;
  readonly payload: JWTPayload;
}

/** What the token says of itself. Not believed before the signature was checked. */
function readClaims(token: string): Claims | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return { algorithm: alg, kid, payload: decodeJwt(token) };
  } catch {
    return undefined; // it is no token: the caller is told so
  }
}

function wrongClaims({ algorithm, payload }: Claims, { appId, now }: GateParts): Refused | undefined {
  const seconds = now() / 1000;
  const { iss, aud, exp, nbf } = payload;
  if (algorithm !== "RS256") return "algorithm";
  if (iss !== ISSUER) return "issuer";
  if (aud !== appId) return "audience";
  if (typeof exp !== "number" || exp + TOLERANCE_S < seconds) return "time";
  if (typeof nbf === "number" && nbf - TOLERANCE_S > seconds) return "time";
  return undefined;
}

/** Whether the token speaks of this very activity, and the activity of this tenant. */
function wrongActivity(payload: JWTPayload, body: object, { tenantId }: GateParts): Refused | undefined {
  const activity = partsOf(body);
  const { serviceurl } = payload;
  if (activity.serviceUrl === undefined || typeof serviceurl !== "string") return "serviceUrl";
  if (plainUrl(serviceurl) !== plainUrl(activity.serviceUrl)) return "serviceUrl";
  if (!isTrusted(activity.serviceUrl, false)) return "serviceUrl";
  if (activity.channelId !== CHANNEL) return "channel";
  const tenants = [
    activity.conversation?.tenantId,
    activity.channelData?.tenant?.id,
    // In a shared channel the place is ours and the person may be of another tenant.
    ...(activity.from?.tenantId === undefined ? [] : [activity.from.tenantId]),
  ].filter((id) => id !== undefined);
  if (tenants.length === 0 || tenants.some((id) => id !== tenantId)) return "tenant";
  // Guests without an account here, and anonymous people in a meeting, have no id in the directory.
  if (activity.type === "message" || activity.type === "invoke") {
    if (activity.from?.aadObjectId === undefined || activity.from.aadObjectId === "") return "person";
  }
  return undefined;
}

async function wrongSignature(
  token: string,
  kid: string | undefined,
  { appId, keys, now }: GateParts,
): Promise<Refused | undefined> {
  const key = kid === undefined ? undefined : await keys.find(kid);
  if (key === undefined) return "key";
  if (!key.endorsements.includes(CHANNEL)) return "endorsement";
  try {
    await jwtVerify(token, key.key, {
      algorithms: ["RS256"],
      issuer: ISSUER,
      audience: appId,
      clockTolerance: TOLERANCE_S,
      currentDate: new Date(now()),
    });
    return undefined;
  } catch {
    return "signature"; // whatever is wrong with it, it is not let in
  }
}

function plainUrl(url: string): string {
  return url.replace(/\/+$/, "").toLowerCase();
}
