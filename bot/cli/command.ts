import type { Writable } from "node:stream";
import type { Instant } from "../domain/calendar.ts";

/** What a command has to do with the world outside. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly clock: () => Instant;
}

/** Done, refused, or called in a way that makes no sense; the reason of the last is shown with the help. */
export type Outcome = "done" | "refused" | { readonly wrongUsage: string };

type Options = Readonly<Record<string, { readonly type: "string" | "boolean" }>>;
type ValuesOf<O extends Options> = {
  readonly [K in keyof O]?: (O[K]["type"] extends "boolean" ? boolean : string) | undefined;
};

interface Definition<O extends Options> {
  readonly name: string;
  /** For the list of commands: what it does, in a few words. */
  readonly summary: string;
  /** Everything `--help` says after the summary. */
  readonly help: string;
  readonly options: O;
  /** Does it. `words` are the arguments that are no options. */
  run(words: readonly string[], options: ValuesOf<O>, io: Io): Promise<Outcome>;
}

/** A command of `kernwijzer`. */
export interface Command extends Omit<Definition<Options>, "run"> {
  run(words: readonly string[], options: OptionValues, io: Io): Promise<Outcome>;
}

/** Options by name, as they were read from the command line. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** Keeps the options of a command in step with what its `run` gets. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  return definition;
}

export function print(stream: Writable, line: string): void {
  stream.write(`${line}\n`);
}
