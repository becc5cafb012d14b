import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { diskCheck, nodeCheck } from "../../bot/doctor/machine.ts";
import { settingsCheck } from "../../bot/doctor/settings.ts";
import { readSettings } from "../../bot/settings.ts";

describe("the doctor looks at this machine", () => {
  it.each([
    ["24.21.0", "ok"],
    ["22.18.0", "ok"],
    ["22.17.1", "wrong"],
    ["20.20.2", "wrong"],
    ["26.0.0", "ok"],
  ])("Node %s is %s", (version, verdict) => {
    expect(nodeCheck(version)).toMatchObject({ verdict });
  });

  it.each([
    [5, "ok"],
    [0.9, "note"],
    [0.2, "wrong"],
  ])("%d GiB free is %s", (gib, verdict) => {
    const check = diskCheck("/data", gib * 1024 ** 3);
    expect(check).toMatchObject({ verdict, says: expect.stringContaining(`${gib.toFixed(1)} GiB free`) });
  });
});

const guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
const REGISTERED = {
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TYPE: "SingleTenant",
  MICROSOFT_APP_TENANT_ID: guid,
};
const KEY = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const PEM = KEY.export({ type: "pkcs8", format: "pem" }) as string;
const certificate = (key: string, thumbprint: string) => ({
  ...REGISTERED,
  MICROSOFT_APP_CERTIFICATE_KEY: key,
  MICROSOFT_APP_CERTIFICATE_THUMBPRINT: thumbprint,
});

describe("the doctor looks at the settings", () => {
  const found = (env: Record<string, string>) => settingsCheck(readSettings(env), env);

  it.each<[string, Record<string, string>, RegExp]>([
    ["none at all", {}, /^practice room/],
    ["a secret", { ...REGISTERED, MICROSOFT_APP_PASSWORD: "hunter2" }, /^SingleTenant, app 3f2504e0/],
    ["a certificate", certificate(PEM, "ab".repeat(20)), /^SingleTenant/],
  ])("%s is fine", (_what, env, says) => {
    expect(found(env)).toEqual([{ name: "settings", verdict: "ok", says: expect.stringMatching(says) }]);
  });

  it("each mistake is told by itself", () => {
    expect(found({ PORT: "abc", KERNWIJZER_LOG: "loud" })).toMatchObject([
      { verdict: "wrong" },
      { verdict: "wrong" },
    ]);
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    [
      "a misspelt name",
      { KERNWIJZER_DATE: "x" },
      "note",
      /KERNWIJZER_DATE is set, and no setting has that name/,
    ],
    ["a key that is none", certificate("PEM", "ab".repeat(20)), "wrong", /CERTIFICATE_KEY is no private key/],
    ["a thumbprint with colons", certificate(PEM, "AB:CD"), "wrong", /THUMBPRINT is not 40 hexadecimal/],
  ])("%s is seen", (_what, env, verdict, says) => {
    expect(found(env)).toContainEqual({ name: "settings", verdict, says: expect.stringMatching(says) });
  });

  it("no secret is repeated", () => {
    const env = { ...certificate("geheim", "geheim"), MICROSOFT_APP_PASSWORD: "hunter2" };
    expect(JSON.stringify(found(env))).not.toMatch(/geheim|hunter2/);
  });
});
