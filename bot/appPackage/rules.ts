import type { Manifest, Texts } from "./manifest.ts";

/** What the package is built for, to hold the manifest against. */
export interface Expected {
  readonly appId: string;
  /** Host of this bot's public address. */
  readonly host: string;
}

/**
 * What Microsoft's schema does not check and Teams refuses, or takes and then does not work. One sentence each, with
 * what to do.
 */
export function brokenRules(manifest: Manifest, expected: Expected): readonly string[] {
  return [
    ...unfilled(manifest),
    ...version(manifest),
    ...ids(manifest, expected),
    ...domains(manifest, expected),
  ];
}

/** Names in the template that got no value. */
function unfilled(manifest: Manifest): readonly string[] {
  const names = new Set([...JSON.stringify(manifest).matchAll(/\$\{\{(.*?)\}\}/g)].map(([, name]) => name));
  return [...names].map(
    (name) =>
      `manifest.json asks for \${{${name}}}, which no setting fills in. Take it out, or correct its name.`,
  );
}

const THREE_NUMBERS = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/;

function version({ version: own, manifestVersion, $schema }: Manifest): readonly string[] {
  const problems: string[] = [];
  if (typeof own !== "string" || !THREE_NUMBERS.test(own) || own === "0.0.0") {
    problems.push(
      `The version is "${String(own)}". Give three numbers, such as 1.2.3, higher than the version in Teams.`,
    );
  }
  if (typeof $schema !== "string" || !$schema.includes(`/v${String(manifestVersion)}/`)) {
    problems.push(
      `manifest.json has manifestVersion ${String(manifestVersion)} and the $schema of another version. Make them the same.`,
    );
  }
  return problems;
}

function ids({ id, bots, webApplicationInfo }: Manifest, { appId }: Expected): readonly string[] {
  const found: readonly (readonly [where: string, id: unknown])[] = [
    ["id", id],
    ...bots.map(({ botId }, index) => [`bots[${index}].botId`, botId] as const),
    ["webApplicationInfo.id", (webApplicationInfo as { id?: unknown } | undefined)?.id],
  ];
  return found
    .filter(([, one]) => one !== appId)
    .map(([where]) => `manifest.json has another ${where} than MICROSOFT_APP_ID. Write \${{APP_ID}} there.`);
}

const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;

function domains(manifest: Manifest, { appId, host }: Expected): readonly string[] {
  const listed = (manifest["validDomains"] as readonly string[] | undefined) ?? [];
  const wrong = listed
    .filter((domain) => !HOST.test(domain) && !domain.includes("${{"))
    .map(
      (domain) =>
        `manifest.json lists the domain "${domain}". Write the bare name of one host, without https, path, port or *.`,
    );
  const problems = [...wrong];
  if (!listed.includes(host)) {
    problems.push(`manifest.json does not list ${host} in validDomains. Write \${{HOST}} there.`);
  }
  const { resource } = (manifest["webApplicationInfo"] ?? {}) as { resource?: unknown };
  if (resource !== `api://${host}/botid-${appId}`) {
    problems.push(
      "manifest.json has a webApplicationInfo.resource that belongs to another bot. Write api://${{HOST}}/botid-${{APP_ID}} there.",
    );
  }
  return problems;
}

/** Keys of a localisation that stand for nothing, and titles of commands, which the bot must be able to read. */
export function brokenTexts(file: string, texts: Texts, manifest: Manifest): readonly string[] {
  return Object.keys(texts)
    .filter((key) => key !== "$schema")
    .flatMap((key) => {
      if (/\.commands\[\d+\]\.title$/.test(key))
        return [`${file} translates a command (${key}). Take it out: Kernwijzer reads Dutch only.`];
      return typeof textAt(manifest, key) === "string"
        ? []
        : [`${file} has a text for ${key}, which manifest.json does not have. Correct or remove the key.`];
    });
}

/** What stands in the manifest at a place such as "bots[0].commandLists[0]". */
function textAt(manifest: Manifest, key: string): unknown {
  return key
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .reduce<unknown>(
      (at, part) =>
        typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined,
      manifest,
    );
}
