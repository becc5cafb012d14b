import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { buildPackage } from "../../bot/appPackage/build.ts";
import { misfits } from "../../bot/appPackage/schema.ts";
import { APP_ID, buildWith, buildWithout, contentsOf, PARTS } from "./sources.ts";

async function built() {
  const made = await buildPackage(PARTS);
  if (!made.ok) throw new Error(made.problems.join("\n"));
  return made.zip;
}

describe("the app package", () => {
  it("holds the manifest, its English texts and both icons, and fits Microsoft's schemas", async () => {
    const files = contentsOf(await built());
    expect(Object.keys(files)).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
    expect(misfits(files["manifest.json"], "MicrosoftTeams")).toEqual([]);
    expect(misfits(files["en.json"], "MicrosoftTeams.Localization")).toEqual([]);
  });

  it("is for this bot, at this address, by this municipality", async () => {
    expect(contentsOf(await built())["manifest.json"]).toMatchObject({
      id: APP_ID,
      version: "1.2.3",
      developer: { name: "Gemeente Voorbeeld", privacyUrl: "https://gemeente.example/privacy" },
      bots: [{ botId: APP_ID, scopes: ["personal", "team", "groupChat"] }],
      validDomains: ["kernwijzer.gemeente.example"],
      webApplicationInfo: { resource: `api://kernwijzer.gemeente.example/botid-${APP_ID}` },
      supportsChannelFeatures: "tier1",
    });
  });

  it("offers each place its own commands", async () => {
    const { bots } = contentsOf(await built())["manifest.json"] as { bots: [{ commandLists: List[] }] };
    type List = {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string }[];
    };
    const titles = new Map(
      bots[0].commandLists.map(({ scopes, commands }) => [scopes.join(), commands.map(({ title }) => title)]),
    );
    expect([...titles.keys()]).toEqual(["personal", "team", "groupChat"]);
    for (const list of titles.values()) expect(list).toContain("help");
    expect(titles.get("personal")?.length).toBeGreaterThan(titles.get("groupChat")?.length ?? 0);
    expect(titles.get("team")).toContain("dit is het kanaal van Verkeer");
    expect(titles.get("personal")).not.toContain("dit is het kanaal van Verkeer");
  });

  it("is the same, byte for byte, each time it is built", async () => {
    expect(await built()).toEqual(await built());
  });

  it("takes names that look like JSON or like a place to fill in as names", async () => {
    const name = '"}, ${{HOST}} $& "x';
    const made = await buildPackage({ ...PARTS, publisher: { ...PARTS.publisher, name } });
    expect(made).toMatchObject({ ok: false, problems: [expect.stringContaining("asks for ${{HOST}}")] });
    const quoted = await buildPackage({ ...PARTS, publisher: { ...PARTS.publisher, name: '"}, $& "x' } });
    expect(quoted.ok && contentsOf(quoted.zip)["manifest.json"]).toMatchObject({
      developer: { name: '"}, $& "x' },
    });
  });
});

/** A square in one colour: red, green, blue, alpha. */
function square(size: number, ...colour: readonly [number, number, number, number]): Uint8Array {
  const image = new PNG({ width: size, height: size });
  for (let at = 0; at < image.data.length; at += 4) image.data.set(colour, at);
  return PNG.sync.write(image);
}

describe("an app package that Teams would refuse is not built", () => {
  it.each<[what: string, file: string, from: string | RegExp, to: string | Uint8Array, sentence: RegExp]>([
    ["no JSON", "manifest.json", '"bots"', "bots", /^manifest\.json is not JSON\. Correct it: /],
    [
      "another schema",
      "manifest.json",
      '"1.25"',
      '"1.24"',
      /\/manifestVersion must be equal .*1\.25.*Correct/,
    ],
    ["a $schema of another version", "manifest.json", "/v1.25/", "/v1.24/", /Make them the same/],
    [
      "a part that does not exist",
      "manifest.json",
      '"accentColor"',
      '"accent"',
      /additional properties \(accent\)/,
    ],
    [
      "a name too long",
      "manifest.json",
      '"Kernwijzer"',
      `"${"K".repeat(31)}"`,
      /\/name\/short.*more than 30/,
    ],
    [
      "an id that is none",
      "manifest.json",
      '"id": "${{APP_ID}}"',
      '"id": "my-app"',
      /\/id must match pattern/,
    ],
    [
      "the bot of another app",
      "manifest.json",
      '"botId": "${{APP_ID}}"',
      '"botId": "00000000-0000-4000-8000-000000000000"',
      /another bots\[0\]\.botId than MICROSOFT_APP_ID/,
    ],
    ["a name nobody fills in", "manifest.json", "${{PUBLISHER}}", "${{OWNER}}", /asks for \$\{\{OWNER\}\}/],
    ["no bot", "manifest.json", /"bots": \[[^]*?\n  \],\n/, "", /has no bot\. Put the part bots back/],
    [
      "a domain with https",
      "manifest.json",
      '["${{HOST}}"]',
      '["https://${{HOST}}"]',
      /the bare name of one host/,
    ],
    [
      "a domain for everybody",
      "manifest.json",
      '["${{HOST}}"]',
      '["*.example"]',
      /the bare name of one host/,
    ],
    ["another domain", "manifest.json", '["${{HOST}}"]', '["elders.example"]', /does not list kernwijzer\./],
    [
      "sign-in for another host",
      "manifest.json",
      "api://${{HOST}}",
      "api://elders",
      /belongs to another bot/,
    ],
    ["a version that is none", "manifest.json", "${{VERSION}}", "1.2", /"1\.2"\. Give three numbers/],
    ["a prerelease", "manifest.json", "${{VERSION}}", "1.2.3-beta", /Give three numbers/],
    [
      "a language without its file",
      "manifest.json",
      '"en.json"',
      '"fr.json"',
      /^fr\.json is not in the manifest/,
    ],
    [
      "a text too long",
      "en.json",
      '"Kernwijzer"',
      `"${"K".repeat(31)}"`,
      /^en\.json .*name\.short.*more than 30/,
    ],
    [
      "a text that is missing",
      "en.json",
      '"description.short"',
      '"name.full2"',
      /property 'description\.short'/,
    ],
    [
      "a text for nothing",
      "en.json",
      '"name.full"',
      '"bots[0].commandLists[2].commands[11].description"',
      /en\.json has a text for bots\[0\]\.commandLists\[2\].*Correct or remove/,
    ],
    [
      "a translated command",
      "en.json",
      '"name.full"',
      '"bots[0].commandLists[0].commands[0].title"',
      /translates a command.*reads Dutch only/,
    ],
    [
      "an icon of another size",
      "icons/color.png",
      "",
      square(191, 1, 2, 3, 255),
      /191 by 191.*takes 192 by 192/,
    ],
    [
      "an icon that is none",
      "icons/color.png",
      "",
      new Uint8Array([1, 2, 3]),
      /color\.png is missing or no PNG/,
    ],
    ["an outline in colour", "icons/outline.png", "", square(32, 200, 0, 0, 255), /other colours than white/],
    ["an outline on white", "icons/outline.png", "", square(32, 255, 255, 255, 255), /no transparent ground/],
    ["an outline of nothing", "icons/outline.png", "", square(32, 0, 0, 0, 0), /shows nothing/],
  ])("%s", async (_what, file, from, to, sentence) => {
    const made = await buildWith(file, from, to);
    expect(made.ok ? [] : made.problems).toContainEqual(expect.stringMatching(sentence));
  });

  it.each(["manifest.json", "en.json", "icons/color.png", "icons/outline.png"])(
    "%s is not there",
    async (file) => {
      const made = await buildWithout(file);
      const name = file.replace("icons/", "");
      expect(made.ok ? [] : made.problems).toContainEqual(expect.stringMatching(new RegExp(`^${name} is`)));
    },
  );

  it("all that is wrong is told at once", async () => {
    const made = await buildWith("manifest.json", "${{HOST}}", "elders.example");
    expect(made.ok ? [] : made.problems).toHaveLength(2);
  });
});
