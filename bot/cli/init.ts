import { initStoreAt, placeName } from "../../storage/place.ts";
import { command, print } from "./command.ts";
import { storePlace, unlessRefused, untold } from "./openFolder.ts";

export const initCommand = command({
  name: "init",
  summary: "makes a new, empty store in an empty folder or database",
  help: `
Usage: kernwijzer init [--data DIR]

  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data);
              a folder must be empty or not exist yet, a database must hold no store yet`,
  options: { data: { type: "string" } },
  async run(words, { data }, io) {
    if (words.length > 0) return { wrongUsage: "takes no arguments; the folder is given with --data" };
    const place = storePlace(data, io);
    const made = await unlessRefused(io, async () => {
      await initStoreAt(place, untold);
      return placeName(place);
    });
    if (made === undefined) return "refused";
    print(io.stdout, `Made an empty store in ${made}`);
    return "done";
  },
});
