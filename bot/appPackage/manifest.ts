import type { Command } from "../../manifest/commands.ts";

/** A manifest that fits Microsoft's schema and has a bot. Parts that are not named here are only passed on. */
export interface Manifest {
  readonly [part: string]: unknown;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly bots: readonly { readonly botId: string; readonly commandLists?: readonly CommandList[] }[];
}

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** Texts of one language, by where they stand in the manifest: "bots[0].commandLists[0].commands[0].description". */
export type Texts = Readonly<Record<string, string>>;

/** The commands that a list with these scopes shows. */
export type CommandsFor = (scopes: readonly string[]) => readonly Command[];

/**
 * The template with each `${{NAME}}` replaced by its value. Done on the texts in it and not on the file, so that no value
 * can change its shape. A name without a value is left standing for `rules.ts` to find.
 */
export function fillIn(part: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof part === "string") {
    return part.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  }
  if (Array.isArray(part)) return part.map((one) => fillIn(one, values));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, fillIn(one, values)]));
}

/** Puts into each list of the manifest the commands that it shows. */
export function withCommands(manifest: Manifest, commandsFor: CommandsFor): Manifest {
  const bots = manifest.bots.map((bot) => ({
    ...bot,
    commandLists: (bot.commandLists ?? []).map(({ scopes }) => ({
      scopes,
      commands: commandsFor(scopes).map(({ title, nl }) => ({ title, description: nl })),
    })),
  }));
  return { ...manifest, bots };
}

/** Adds what the commands give, in English. Their titles stay Dutch in every language: Kernwijzer reads Dutch. */
export function withDescriptions(texts: Texts, { bots }: Manifest, commandsFor: CommandsFor): Texts {
  const descriptions = (bots[0]?.commandLists ?? []).flatMap(({ scopes }, list) =>
    commandsFor(scopes).map(
      ({ en }, at) => [`bots[0].commandLists[${list}].commands[${at}].description`, en] as const,
    ),
  );
  return { ...texts, ...Object.fromEntries(descriptions) };
}
