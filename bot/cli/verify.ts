import { verify } from "../../storage/lowdb/verify.ts";
import { command, print } from "./command.ts";
import { dataFolder } from "./openFolder.ts";

export const verifyCommand = command({
  name: "verify",
  summary: "checks a store or a backup from its first journal entry on",
  help: `
Usage: kernwijzer verify [FOLDER] [--data DIR]

Reads the whole journal: every checksum, the hash chain, and that each snapshot holds what the journal says. Changes
nothing and may run beside the product. FOLDER is a backup or a data folder; without it the data folder is checked.

  --data DIR  data folder (KERNWIJZER_DATA, else ./data)`,
  options: { data: { type: "string" } },
  async run([folder, ...rest], { data }, io) {
    if (rest.length > 0) return { wrongUsage: "give at most one folder" };
    const { problems, frames } = await verify(folder ?? dataFolder(data, io));
    for (const problem of problems) print(io.stderr, problem);
    if (problems.length > 0) return "refused";
    print(io.stdout, `All ${frames} journal entries are as they were written`);
    return "done";
  },
});
