import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from "jose";

export const APP_ID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
export const TENANT_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
export const SERVICE_URL = "https://smba.trafficmanager.net/emea/";
/** The morning of the practice town, in milliseconds. */
export const NOW = Date.parse("2026-04-14T07:12:00.000Z");

/** A stand-in for Azure Bot Service: its key set, and tokens signed with its key. */
export interface Signer {
  readonly keySet: { readonly keys: readonly object[] };
  readonly publicKey: JWK;
  /** A token as Teams sends it, with these claims or this header instead. */
  sign(claims?: Record<string, unknown>, header?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
}

export async function makeSigner(now = NOW, endorsements: readonly string[] = ["msteams"]): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(publicKey);
  const seconds = Math.floor(now / 1000);
  return {
    publicKey: jwk,
    keySet: { keys: [{ ...jwk, kid: "key-1", use: "sig", endorsements }] },
    sign: (claims = {}, header = {}, key = privateKey) =>
      new SignJWT({
        iss: "https://api.botframework.com",
        aud: APP_ID,
        serviceurl: SERVICE_URL,
        nbf: seconds - 60,
        exp: seconds + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: "RS256", kid: "key-1", typ: "JWT", ...header })
        .sign(key),
  };
}

/** A message as Teams posts it, with these fields instead. */
export function teamsMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: "message",
    id: "1",
    text: "wie gaat over riool in Veen",
    channelId: "msteams",
    serviceUrl: SERVICE_URL,
    from: { id: "29:1abc", aadObjectId: "c734f26a-9f6d-5d02-af99-6f08d4dfa816" },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: "a:1", conversationType: "personal", tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID } },
    ...changes,
  };
}
