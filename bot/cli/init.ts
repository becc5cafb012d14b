import { initEmbeddedStore } from "../../storage/lowdb/open.ts";
import { command, print } from "./command.ts";
import { dataFolder, unlessRefused } from "./openFolder.ts";

export const initCommand = command({
  name: "init",
  summary: "makes a new, empty store in an empty folder",
  help: `
Usage: kernwijzer init [--data DIR]

  --data DIR  data folder (KERNWIJZER_DATA, else ./data); it must be empty or not exist yet`,
  options: { data: { type: "string" } },
  async run(words, { data }, io) {
    if (words.length > 0) return { wrongUsage: "takes no arguments; the folder is given with --data" };
    const folder = dataFolder(data, io);
    const made = await unlessRefused(io, async () => {
      await initEmbeddedStore(folder);
      return folder;
    });
    if (made === undefined) return "refused";
    print(io.stdout, `Made an empty store in ${made}`);
    return "done";
  },
});
