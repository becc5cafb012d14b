import { restore } from "../../storage/lowdb/restore.ts";
import { command, print } from "./command.ts";
import { unlessRefused } from "./openFolder.ts";

export const restoreCommand = command({
  name: "restore",
  summary: "puts a backup into a new, empty folder and proves that it is the same",
  help: `
Usage: kernwijzer restore BACKUP FOLDER

Checks every file of BACKUP, copies it to FOLDER, opens it and compares its contents with what was backed up. FOLDER
must be empty or not exist yet: a store is never written over. Then start with KERNWIJZER_DATA=FOLDER.`,
  options: {},
  async run([from, target, ...rest], _options, io) {
    if (from === undefined || target === undefined || rest.length > 0) {
      return { wrongUsage: "give the folder of the backup and a new folder" };
    }
    const manifest = await unlessRefused(io, () => restore(from, target));
    if (manifest === undefined) return "refused";
    print(io.stdout, `Restored the backup of ${manifest.at} to ${target}; the contents are the same`);
    return "done";
  },
});
