import { INVARIANTS } from "../domain/invariants.ts";
import { verifyAt } from "../../storage/place.ts";
import { command, print } from "./command.ts";
import { storePlace, unlessRefused, untold } from "./openFolder.ts";

export const verifyCommand = command({
  name: "verify",
  summary: "checks a store or a backup from its first journal entry on",
  help: `
Usage: kernwijzer verify [FOLDER] [--data DIR]

Reads the whole journal: every checksum, the hash chain, that each snapshot or row is what the journal says, and the
rules that must hold for everything together. Changes nothing and may run beside the product.
FOLDER is a backup, a data folder or a postgres:// address; without it the store is checked.

  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { data: { type: "string" } },
  async run([folder, ...rest], { data }, io) {
    if (rest.length > 0) return { wrongUsage: "give at most one folder" };
    const place = folder ?? storePlace(data, io);
    const verified = await unlessRefused(io, () => verifyAt(place, INVARIANTS, untold));
    if (verified === undefined) return "refused";
    const { problems, entries } = verified;
    for (const problem of problems) print(io.stderr, problem);
    if (problems.length > 0) return "refused";
    print(io.stdout, `All ${entries} journal entries are as they were written, and the rules hold`);
    return "done";
  },
});
