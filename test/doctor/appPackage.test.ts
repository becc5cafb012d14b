import { describe, expect, it } from "vitest";
import { packageCheck } from "../../bot/doctor/appPackage.ts";
import type { Settings } from "../../bot/settings.ts";
import { APP_ID, PARTS } from "../appPackage/sources.ts";
import { practiceRegister } from "../domain/language/practiceRegister.ts";
import { smallRegister } from "../smallRegister.ts";

const settings: Settings = {
  port: 3978,
  host: "0.0.0.0",
  dataFolder: "./data",
  store: "./data",
  instances: 1,
  logLevel: "info",
  registration: {
    appId: APP_ID,
    appType: "UserAssignedMSI",
    tenantId: APP_ID,
    credential: { kind: "managedIdentity" },
  },
  publisher: PARTS.publisher,
};

describe("the doctor looks at the app package", () => {
  it("one that can be built, with commands that this register understands", async () => {
    expect(await packageCheck(settings, practiceRegister())).toMatchObject([
      { verdict: "ok", says: expect.stringMatching(/^version \d+\.\d+\.\d+ can be built$/) },
    ]);
  });

  it("commands that name what this register does not have are told one by one", async () => {
    const checks = await packageCheck(settings, smallRegister());
    expect(checks).toContainEqual({
      name: "app package",
      verdict: "note",
      says: '"wie gaat over speelplekken in Genderen" is not understood with this register. Change it in manifest/commands.ts.',
    });
    expect(checks.filter(({ says }) => /"help"|Veen/.test(says))).toEqual([]);
  });

  it("one that cannot be built yet is a note", async () => {
    expect(await packageCheck({ ...settings, publisher: { name: "x" } }, undefined)).toMatchObject([
      { verdict: "note", says: expect.stringMatching(/without KERNWIJZER_URL, KERNWIJZER_WEBSITE_URL/) },
    ]);
  });

  it("one that Teams would refuse is wrong", async () => {
    const publisher = { ...PARTS.publisher, name: "x".repeat(33) };
    expect(await packageCheck({ ...settings, publisher }, undefined)).toMatchObject([
      { verdict: "wrong", says: expect.stringMatching(/\/developer\/name must NOT have more than 32/) },
    ]);
  });

  it("the practice room needs none", async () => {
    expect(await packageCheck({ ...settings, registration: undefined }, undefined)).toMatchObject([
      { verdict: "ok" },
    ]);
  });
});
