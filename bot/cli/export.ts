import { writeRegister } from "../registerFormat/files.ts";
import { loadRegister } from "../registry.ts";
import { command, print } from "./command.ts";
import { unlessWrongPath } from "./path.ts";
import { storePlace, unlessRefused, untold } from "./openFolder.ts";
import { openReaderAt } from "../../storage/place.ts";

export const exportCommand = command({
  name: "export",
  summary: "writes the register to CSV files or JSON",
  help: `
Usage: kernwijzer export FOLDER [--data DIR]
       kernwijzer export FILE.json [--data DIR]

Writes nine CSV files, or one JSON document, that import reads back to exactly the same register.
Files of an earlier export in the same place are replaced. Cells that a spreadsheet would run as a formula get
a ' in front, which import takes off again.

  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { data: { type: "string" } },
  async run([path, ...rest], { data }, io) {
    if (path === undefined || rest.length > 0) return { wrongUsage: "give one folder or one JSON file" };
    const register = await unlessRefused(io, async () => {
      const store = await openReaderAt(storePlace(data, io), untold);
      const read = await loadRegister(store);
      await store.close();
      return read;
    });
    if (register === undefined) return "refused";
    const written = await unlessWrongPath(io, path, () => writeRegister(path, register));
    if (written === undefined) return "refused";
    for (const file of written) print(io.stdout, file);
    return "done";
  },
});
