import { join } from "node:path";
import { COMMANDS } from "../../manifest/commands.ts";
import type { Publisher } from "../publisher.ts";
import { brokenIcons } from "./icons.ts";
import {
  fillIn,
  withCommands,
  withDescriptions,
  type CommandsFor,
  type Manifest,
  type Texts,
} from "./manifest.ts";
import { pack } from "./pack.ts";
import { brokenRules, brokenTexts } from "./rules.ts";
import { misfits } from "./schema.ts";
import { readJson, readSources, type Files } from "./sources.ts";

export interface PackageParts {
  /** Application (client) id of the bot; also the id of the app, so that a new package updates the old one. */
  readonly appId: string;
  readonly publisher: Publisher;
  /** Three numbers. Teams takes an update only with higher ones. */
  readonly version: string;
  /** Where the template, its texts and its icons are. */
  readonly folder?: string;
}

export type BuiltPackage =
  | { readonly ok: true; readonly zip: Uint8Array }
  /** Sentences that say what is wrong and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

const MANIFEST_FOLDER = join(import.meta.dirname, "../../manifest");

/** Builds the app package that is uploaded to Teams, or tells what Teams would refuse. Needs no network. */
export async function buildPackage(parts: PackageParts): Promise<BuiltPackage> {
  const sources = await readSources(parts.folder ?? MANIFEST_FOLDER);
  const template = readJson(sources, "manifest.json");
  if ("problem" in template) return refused([template.problem]);
  const filled = fillIn(template.value, valuesOf(parts));
  const misfit = misfits(filled, "MicrosoftTeams");
  if (misfit.length > 0) return refused(misfit.map((what) => doesNotFit("manifest.json", what)));
  if (!hasBot(filled)) return refused(["manifest.json has no bot. Put the part bots back."]);
  return withTexts(withCommands(filled, commandsFor), sources, parts);
}

/** Adds the other languages and the icons, and checks the whole of it. */
function withTexts(manifest: Manifest, sources: Files, { appId, publisher }: PackageParts): BuiltPackage {
  const problems = [
    ...misfits(manifest, "MicrosoftTeams").map((what) => doesNotFit("manifest/commands.ts", what)),
    ...brokenRules(manifest, { appId, host: new URL(publisher.url).host }),
    ...brokenIcons(sources, manifest),
  ];
  const files = new Map([["manifest.json", json(manifest)]]);
  for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) {
    const read = readJson(sources, file);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const texts = withDescriptions(read.value as Texts, manifest, commandsFor);
    problems.push(
      ...misfits(texts, "MicrosoftTeams.Localization").map((what) => doesNotFit(file, what)),
      ...brokenTexts(file, texts, manifest),
    );
    files.set(file, json(texts));
  }
  if (problems.length > 0) return refused(problems);
  for (const icon of [manifest.icons.color, manifest.icons.outline]) {
    const image = sources.get(icon);
    if (image) files.set(icon, image);
  }
  return { ok: true, zip: pack(files) };
}

function valuesOf({ appId, publisher, version }: PackageParts): Readonly<Record<string, string>> {
  return {
    APP_ID: appId,
    VERSION: version,
    HOST: new URL(publisher.url).host,
    PUBLISHER: publisher.name,
    WEBSITE_URL: publisher.websiteUrl,
    PRIVACY_URL: publisher.privacyUrl,
    TERMS_URL: publisher.termsUrl,
  };
}

/** Everybody's everywhere; those of each role in one's own chat, and those of a channel in a team. */
const commandsFor: CommandsFor = (scopes) => {
  const { everyone, channel, ...roles } = COMMANDS;
  return [
    ...everyone,
    ...(scopes.includes("personal") ? Object.values(roles).flat() : []),
    ...(scopes.includes("team") ? channel : []),
  ];
};

function hasBot(manifest: unknown): manifest is Manifest {
  const { bots } = manifest as { bots?: readonly unknown[] };
  return bots !== undefined && bots.length > 0;
}

function doesNotFit(file: string, what: string): string {
  return `${file} does not fit Microsoft's schema: ${what}. Correct that place.`;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

function refused(problems: readonly string[]): BuiltPackage {
  return { ok: false, problems };
}
