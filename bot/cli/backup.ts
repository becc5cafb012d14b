import { backup } from "../../storage/lowdb/backup.ts";
import { command, print } from "./command.ts";
import { dataFolder, unlessRefused } from "./openFolder.ts";

export const backupCommand = command({
  name: "backup",
  summary: "copies the store to an empty folder, also while the product runs",
  help: `
Usage: kernwijzer backup FOLDER [--data DIR]

Copies the store to FOLDER, which must be empty or not exist yet, opens the copy to see that it works, and writes
down what is in it. Nothing is locked: the product may go on running.

  --data DIR  data folder (KERNWIJZER_DATA, else ./data)`,
  options: { data: { type: "string" } },
  async run([target, ...rest], { data }, io) {
    if (target === undefined || rest.length > 0) return { wrongUsage: "give one folder to copy to" };
    const folder = dataFolder(data, io);
    if (folder === undefined) return "refused";
    const manifest = await unlessRefused(io, () => backup(folder, target, io.clock()));
    if (manifest === undefined) return "refused";
    print(io.stdout, `Copied the store to ${target}: ${manifest.lsn} journal entries`);
    return "done";
  },
});
