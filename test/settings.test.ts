import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../bot/settings.ts";

const guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
const secret = {
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TYPE: "SingleTenant",
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_PASSWORD: "x",
};
const { MICROSOFT_APP_PASSWORD: _secret, ...withoutCredential } = secret;
const certificate = { MICROSOFT_APP_CERTIFICATE_KEY: "pem", MICROSOFT_APP_CERTIFICATE_THUMBPRINT: "ab" };

describe("settings that work", () => {
  it("nothing at all gives the practice room on this machine only", () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        port: 3978,
        host: "127.0.0.1",
        dataFolder: "./data",
        store: "./data",
        instances: 1,
        logLevel: "warn",
        registration: undefined,
        publisher: {},
      },
    });
  });

  it("who offers the app may be told, in the practice room too", () => {
    const read = readSettings({ KERNWIJZER_URL: "https://kernwijzer.gemeente.example/" });
    expect(read.ok && read.settings.publisher?.url).toBe("https://kernwijzer.gemeente.example");
  });

  it.each([
    ["a secret", secret, "secret"],
    ["a certificate", { ...withoutCredential, ...certificate }, "certificate"],
    [
      "a managed identity",
      { ...withoutCredential, MICROSOFT_APP_TYPE: "UserAssignedMSI" },
      "managedIdentity",
    ],
  ])("a registration with %s", (_name, environment, kind) => {
    const read = readSettings(environment);
    expect(read.ok && read.settings.registration?.credential.kind).toBe(kind);
    expect(read.ok && read.settings.host).toBe("0.0.0.0");
  });
});

describe("settings that stop the start say what to do", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["a port that is none", { PORT: "abc" }, /PORT is "abc".*number/],
    [
      "the practice room for everybody",
      { HOST: "0.0.0.0" },
      /only the practice room runs, and only on 127\.0\.0\.1/,
    ],
    [
      "the practice room in production",
      { NODE_ENV: "production" },
      /never runs in production: set MICROSOFT_APP_ID/,
    ],
    [
      "a secret without an app id",
      { MICROSOFT_APP_PASSWORD: "x" },
      /MICROSOFT_APP_PASSWORD set, but MICROSOFT_APP_ID is missing/,
    ],
    [
      "a misspelt type",
      { ...secret, MICROSOFT_APP_TYPE: "SingleTennant" },
      /"SingleTennant".*SingleTenant or UserAssignedMSI/,
    ],
    ["no type", { ...secret, MICROSOFT_APP_TYPE: "" }, /MICROSOFT_APP_TYPE/],
    ["MultiTenant", { ...secret, MICROSOFT_APP_TYPE: "MultiTenant" }, /SingleTenant or UserAssignedMSI/],
    ["no tenant", { ...secret, MICROSOFT_APP_TENANT_ID: "" }, /MICROSOFT_APP_TENANT_ID is missing/],
    ["an app id that is none", { ...secret, MICROSOFT_APP_ID: "my-bot" }, /MICROSOFT_APP_ID is not an id/],
    ["no credential", withoutCredential, /needs MICROSOFT_APP_PASSWORD, or MICROSOFT_APP_CERTIFICATE_KEY/],
    [
      "half a certificate",
      { ...withoutCredential, MICROSOFT_APP_CERTIFICATE_KEY: "pem" },
      /with MICROSOFT_APP_CERTIFICATE_THUMBPRINT/,
    ],
    ["two credentials", { ...secret, ...certificate }, /Keep one of the two/],
    [
      "a managed identity with a secret",
      { ...secret, MICROSOFT_APP_TYPE: "UserAssignedMSI" },
      /needs no secret/,
    ],
    [
      "a database that is none",
      { DATABASE_URL: "mysql://user:geheim@host/db" },
      /DATABASE_URL is no address/,
    ],
    [
      "two stores",
      { DATABASE_URL: "postgres://user:geheim@host/db", KERNWIJZER_DATA: "./data" },
      /Both DATABASE_URL and KERNWIJZER_DATA/,
    ],
    ["no number of instances", { KERNWIJZER_INSTANCES: "many" }, /from 1 to 7/],
    ["an address with a path", { KERNWIJZER_URL: "https://a.example/bot" }, /KERNWIJZER_URL.*public address/],
    ["an address without https", { KERNWIJZER_URL: "http://a.example" }, /KERNWIJZER_URL.*public address/],
    ["an address on this machine", { KERNWIJZER_URL: "https://localhost" }, /KERNWIJZER_URL.*public address/],
    ["an address that is a number", { KERNWIJZER_URL: "https://10.0.0.1" }, /KERNWIJZER_URL.*public address/],
    [
      "an address with a port",
      { KERNWIJZER_URL: "https://a.example:8443" },
      /KERNWIJZER_URL.*public address/,
    ],
    [
      "an address with a name in it",
      { KERNWIJZER_URL: "https://me@a.example" },
      /KERNWIJZER_URL.*public address/,
    ],
    [
      "a publisher too long for Teams",
      { KERNWIJZER_PUBLISHER: "Gemeente met een buitengewoon lange naam" },
      /KERNWIJZER_PUBLISHER is longer than the 32/,
    ],
    ["a page without https", { KERNWIJZER_PRIVACY_URL: "http://a.example" }, /KERNWIJZER_PRIVACY_URL is/],
    ["an unknown log level", { KERNWIJZER_LOG: "loud" }, /info, warn or error/],
  ])("%s", (_name, environment, sentence) => {
    const read = readSettings(environment);
    expect(read.ok ? [] : read.problems).toContainEqual(expect.stringMatching(sentence));
  });

  it("never repeats a secret", () => {
    const read = readSettings({
      ...secret,
      MICROSOFT_APP_PASSWORD: "hunter2",
      MICROSOFT_APP_TYPE: "MultiTenant",
    });
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });
});

it("the example file names every setting that is read", () => {
  const example = readFileSync(join(import.meta.dirname, "../.env.example"), "utf8");
  const source = readFileSync(join(import.meta.dirname, "../bot/settings.ts"), "utf8");
  const read = [...source.matchAll(/^ {2}([A-Z_]+): optional,$/gm)].map((match) => match[1]);
  expect(read.length).toBeGreaterThan(8);
  expect(read.filter((name) => name !== "NODE_ENV" && !example.includes(`${name}=`))).toEqual([]);
});
