import { moveStore, placeName } from "../../storage/place.ts";
import { command, print } from "./command.ts";
import { unlessRefused, untold } from "./openFolder.ts";

export const migrateStoreCommand = command({
  name: "migrate-store",
  summary: "moves a store from a folder to PostgreSQL or back, and proves that it is the same",
  help: `
Usage: kernwijzer migrate-store FROM TO

FROM and TO are data folders or postgres:// addresses. Stop the product first. TO must be an empty folder, or a database
without a store. Rows, versions, replies and waiting messages move; what was read and what was written are compared.
Until that is proven there is no store in TO: a move that breaks off can be done again in the same place.
The journal stays with FROM as the trail of what came before: keep it. The new journal begins with its last hash.`,
  options: {},
  async run([from, to, ...rest], _options, io) {
    if (from === undefined || to === undefined || rest.length > 0)
      return { wrongUsage: "give where from and where to" };
    const rows = await unlessRefused(io, () => moveStore(from, to, io.clock(), untold));
    if (rows === undefined) return "refused";
    print(io.stdout, `Moved ${rows} rows to ${placeName(to)}; the contents are the same`);
    return "done";
  },
});
