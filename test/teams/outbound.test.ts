import { generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import http, { createServer, type IncomingMessage, type RequestOptions, type Server } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Credential, Registration } from "../../bot/settings.ts";
import { makeConnector } from "../../bot/teams/connector.ts";
import { identityOf } from "../../bot/teams/registration.ts";
import { SERVICE_URL, TENANT_ID } from "./signing.ts";

const LOGIN = `https://login.microsoftonline.com/${TENANT_ID}`;
const SCOPE = "https://api.botframework.com/.default";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";

/** What was asked of the login endpoint, with the address as the SDK wrote it. */
interface Asked {
  readonly url: string;
  readonly header: string | undefined;
  readonly form: URLSearchParams;
}

let server: Server;
let asked: Asked[];
let fails: number;
let address: string;

beforeEach(async () => {
  asked = [];
  fails = 0;
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  // The SDK knows one login endpoint by heart: what it would ask there over TLS comes here instead.
  vi.spyOn(https, "request").mockImplementation(((options: RequestOptions, answered: () => void) =>
    http.request(
      {
        method: options.method,
        headers: {
          ...(options.headers as object),
          "x-asked": `https://${options.hostname ?? options.host ?? ""}`,
        },
        path: options.path,
        host: "127.0.0.1",
        port,
      },
      answered,
    )) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
  const url = `${String(request.headers["x-asked"] ?? "")}${request.url ?? ""}`;
  const form = new URLSearchParams(await text(request));
  if (url.includes("openid-configuration")) {
    const found = { token_endpoint: `${LOGIN}/oauth2/v2.0/token`, issuer: `${LOGIN}/v2.0` };
    return { status: 200, body: { ...found, authorization_endpoint: `${LOGIN}/authorize`, jwks_uri: LOGIN } };
  }
  asked.push({ url, form, header: request.headers["x-identity-header"] as string | undefined });
  if (fails > 0) {
    fails -= 1;
    return { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000222: expired" } };
  }
  const expires_on = Math.floor(Date.now() / 1000) + 3600;
  return {
    status: 200,
    body: { token_type: "Bearer", expires_in: 3600, expires_on, access_token: "token-1", resource: "x" },
  };
}

/** Each with an app id of its own: the SDK keeps tokens for the whole process. */
function registered(credential: Credential): Registration {
  const appType = credential.kind === "managedIdentity" ? "UserAssignedMSI" : "SingleTenant";
  return { appId: randomUUID(), tenantId: TENANT_ID, appType, credential };
}

const bySecret = () => registered({ kind: "secret", secret: "s3cret" });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const byCertificate = () => registered({ kind: "certificate", privateKey: pem, thumbprint: THUMBPRINT });

describe("the token the bot shows at the connector", () => {
  it("with a secret: asked of its own tenant, for the connector", async () => {
    const registration = bySecret();
    expect(await identityOf(registration).authorization()).toBe("Bearer token-1");
    const [{ url, form } = { url: "", form: new URLSearchParams() }] = asked;
    expect(url.split("?")[0]).toBe(`${LOGIN}/oauth2/v2.0/token`);
    expect(Object.fromEntries(form)).toMatchObject({
      client_id: registration.appId,
      client_secret: "s3cret",
      grant_type: "client_credentials",
    });
    expect(form.get("scope")?.split(" ")).toContain(SCOPE);
  });

  it("with a certificate: an assertion signed with its key, that names its thumbprint and no secret", async () => {
    const registration = byCertificate();
    expect(await identityOf(registration).authorization()).toBe("Bearer token-1");
    const [{ url, form } = { url: "", form: new URLSearchParams() }] = asked;
    expect(url.split("?")[0]).toBe(`${LOGIN}/oauth2/v2.0/token`);
    expect(form.get("client_assertion_type")).toBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    expect(form.has("client_secret")).toBe(false);
    const assertion = form.get("client_assertion") ?? "";
    expect(decodeProtectedHeader(assertion).x5t).toBe(Buffer.from(THUMBPRINT, "hex").toString("base64url"));
    const { payload } = await jwtVerify(assertion, publicKey, { clockTolerance: 5 });
    expect(payload).toMatchObject({
      iss: registration.appId,
      sub: registration.appId,
      aud: `${LOGIN}/oauth2/v2.0/token`,
    });
    expect(form.get("scope")?.split(" ")).toContain(SCOPE);
  });

  it("with a managed identity: asked of the machine, for this very identity", async () => {
    vi.stubEnv("IDENTITY_ENDPOINT", `${address}/msi/token`);
    vi.stubEnv("IDENTITY_HEADER", "machine-only");
    const registration = registered({ kind: "managedIdentity" });
    expect(await identityOf(registration).authorization()).toBe("Bearer token-1");
    const [{ url, header } = { url: "", header: "" }] = asked;
    const { pathname, searchParams } = new URL(url, address);
    expect([pathname, header]).toEqual(["/msi/token", "machine-only"]);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: registration.appId,
      resource: "https://api.botframework.com",
    });
  });

  it("is asked for once as long as it holds", async () => {
    const { authorization } = identityOf(bySecret());
    await authorization();
    await authorization();
    expect(asked).toHaveLength(1);
  });
});

describe("no token", () => {
  it.each([
    ["with a secret", bySecret()],
    ["with a certificate", byCertificate()],
  ])("%s: nothing was sent, so it may be tried again; and then there is one", async (_how, registration) => {
    fails = 99;
    const identity = identityOf(registration);
    const connector = makeConnector(identity, false);
    const call = () =>
      connector.call({ method: "POST", serviceUrl: SERVICE_URL, path: ["v3", "conversations"], body: {} });
    expect(await call()).toEqual({
      kind: "refused",
      retryAfterMs: undefined,
      why: "there is no token for the connector",
    });
    fails = 0;
    expect(await identity.authorization()).toBe("Bearer token-1");
    await connector.close();
  });

  it("with a key that is none: the same, and no crash", async () => {
    const broken = registered({ kind: "certificate", privateKey: "no key", thumbprint: THUMBPRINT });
    const connector = makeConnector(identityOf(broken), false);
    const called = await connector.call({ method: "POST", serviceUrl: SERVICE_URL, path: ["v3"], body: {} });
    expect(called).toMatchObject({ kind: "refused" });
    await connector.close();
  });
});
