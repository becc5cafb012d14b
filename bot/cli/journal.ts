import { journalAt } from "../../storage/place.ts";
import { command, print } from "./command.ts";
import { storePlace, unlessRefused, untold } from "./openFolder.ts";

export const journalCommand = command({
  name: "journal",
  summary: "prints the audit trail: who did what, when and why, with before and after",
  help: `
Usage: kernwijzer journal [--data DIR]

One JSON object per line, from the first act on. Each holds the hash of the one before it. May run beside the product.

  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { data: { type: "string" } },
  async run(words, { data }, io) {
    if (words.length > 0) return { wrongUsage: "takes no arguments; the folder is given with --data" };
    const printed = await unlessRefused(io, async () => {
      for await (const record of journalAt(storePlace(data, io), untold))
        print(io.stdout, JSON.stringify(record));
      return true;
    });
    return printed === undefined ? "refused" : "done";
  },
});
