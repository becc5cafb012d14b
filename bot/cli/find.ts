import { makeReader } from "../domain/language/reader.ts";
import { dayOf } from "../domain/calendar.ts";
import { loadWords } from "../words.ts";
import { command, print } from "./command.ts";
import { findLines } from "./findLines.ts";
import { findText } from "./findText.ts";
import { readRegisterAt, storePlace } from "./openFolder.ts";

export const findCommand = command({
  name: "find",
  summary: "shows what the bot understands of a sentence, and who owns it",
  help: `
Usage: kernwijzer find "TEXT" [--data DIR]
       kernwijzer find --ndjson [--data DIR] < lines

Uses the register of the data folder; without one the practice municipality that comes with Kernwijzer.

  --ndjson    read JSON lines {"text": …} from standard input and write for each one JSON line
              {"text", "intent", "kernen", "ambiguous", "topics", "scope"}, in the same order;
              a line that cannot be read gives {"error": …} and exit code 1 at the end
  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { ndjson: { type: "boolean" }, data: { type: "string" } },
  async run(words, { ndjson = false, data }, io) {
    if (ndjson && words.length > 0)
      return { wrongUsage: "with --ndjson the sentences come from standard input" };
    if (!ndjson && words.length === 0) return { wrongUsage: "give a sentence, or --ndjson" };
    const now = await readRegisterAt(storePlace(data, io), io);
    if (now === undefined) return "refused";
    const { register, at } = now;
    const reader = makeReader(register, loadWords());
    if (ndjson) return findLines(register, reader, io);
    print(io.stdout, findText(register, reader, words.join(" "), dayOf(at)));
    return "done";
  },
});
