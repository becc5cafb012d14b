import { parseArgs } from "node:util";
import { print, type Command, type Io, type OptionValues } from "./command.ts";
import { COMMANDS } from "./commands.ts";

/** Exit codes: done, refused or failed, called in a way that makes no sense. */
const EXIT = { done: 0, refused: 1, wrongUsage: 2 } as const;

/** Runs one command line, without the program's own name. Resolves with the exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    print(io.stdout, overview());
    return EXIT.done;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    print(
      io.stderr,
      name === undefined ? overview() : `kernwijzer: there is no command ${name}\n\n${overview()}`,
    );
    return EXIT.wrongUsage;
  }
  const parsed = parse(command, rest);
  if ("wrongUsage" in parsed) return wrongUsage(command, parsed.wrongUsage, io);
  if (parsed.values["help"] === true) {
    print(io.stdout, helpOf(command));
    return EXIT.done;
  }
  const outcome = await command.run(parsed.positionals, parsed.values, io);
  return typeof outcome === "string" ? EXIT[outcome] : wrongUsage(command, outcome.wrongUsage, io);
}

interface Parsed {
  readonly positionals: readonly string[];
  readonly values: OptionValues;
}

function parse(command: Command, args: readonly string[]): Parsed | { wrongUsage: string } {
  try {
    const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError && "code" in error) return { wrongUsage: error.message };
    throw error;
  }
}

function wrongUsage(command: Command, reason: string, io: Io): number {
  print(io.stderr, `kernwijzer ${command.name}: ${reason}\nkernwijzer ${command.name} --help tells how.`);
  return EXIT.wrongUsage;
}

function helpOf(command: Command): string {
  return `kernwijzer ${command.name}: ${command.summary}\n\n${command.help.trim()}`;
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `Usage: kernwijzer COMMAND …\n\n${lines.join("\n")}\n\nkernwijzer COMMAND --help tells more about a command.`;
}
