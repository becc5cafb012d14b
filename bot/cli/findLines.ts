import { once } from "node:events";
import type { Reader } from "../domain/language/reading.ts";
import type { Register } from "../domain/register.ts";
import { print, type Io, type Outcome } from "./command.ts";
import { linesOf } from "./lines.ts";
import { understood } from "./understood.ts";

/**
 * Reads JSON lines `{"text": …}` and writes one JSON line for each, in the same order. A line that is none of that
 * gets `{"error": …}`; the rest goes on, and the outcome tells that there was one.
 */
export async function findLines(register: Register, reader: Reader, io: Io): Promise<Outcome> {
  let outcome: Outcome = "done";
  let number = 0;
  for await (const line of linesOf(io.stdin)) {
    number += 1;
    const asked = textIn(line);
    if ("error" in asked) outcome = "refused";
    const answer =
      "error" in asked
        ? { error: `line ${number}: ${asked.error}` }
        : understood(register, asked.text, reader.read(asked.text));
    print(io.stdout, JSON.stringify(answer));
    // Without this wait a slow reader would make us keep everything in memory.
    if (io.stdout.writableNeedDrain) await once(io.stdout, "drain");
  }
  return outcome;
}

function textIn(line: string): { text: string } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
    return { text: value.text };
  }
  return { error: 'must be an object with a text, such as {"text": "lantaarnpaal kapot in Hank"}' };
}
