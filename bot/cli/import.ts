import { describeProblem, type Problem } from "../registerFormat/problem.ts";
import { readDraft } from "../registerFormat/files.ts";
import { importInto, type ImportOutcome } from "../registerFormat/importInto.ts";
import { command, print, type Io, type Outcome } from "./command.ts";
import { unlessWrongPath } from "./path.ts";
import { clockOf, storePlace, unlessRefused, untold } from "./openFolder.ts";
import { openStoreAt } from "../../storage/place.ts";

/** More would not be read; the number of the others is given. */
const MOST_PROBLEMS = 100;

export const importCommand = command({
  name: "import",
  summary: "reads the register from CSV files or JSON into the store",
  help: `
Usage: kernwijzer import FOLDER [--replace] [--by NAME] [--data DIR]
       kernwijzer import FILE.json [--replace] [--by NAME] [--data DIR]

Adds rows with a new id and changes rows whose id is known. Other rows stay, unless --replace is given.
When anything is wrong, all of it is reported and nothing is imported.

  --replace   remove what is in the register and not in the files
  --by NAME   who imports, for the journal (import)
  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { replace: { type: "boolean" }, by: { type: "string" }, data: { type: "string" } },
  async run([path, ...rest], { replace = false, by = "import", data }, io) {
    if (path === undefined || rest.length > 0) return { wrongUsage: "give one folder or one JSON file" };
    if (by.trim() === "") return { wrongUsage: "--by needs a name" };
    const draft = await unlessWrongPath(io, path, () => readDraft(path));
    if (draft === undefined) return "refused";
    const place = storePlace(data, io);
    const at = (await clockOf(place, io))();
    const outcome = await unlessRefused(io, async () => {
      const store = await openStoreAt(place, untold);
      try {
        return await importInto(store, draft, { replace, who: by, at });
      } finally {
        await store.close();
      }
    });
    return outcome === undefined ? "refused" : report(outcome, io);
  },
});

function report(outcome: ImportOutcome, io: Io): Outcome {
  switch (outcome.kind) {
    case "imported": {
      const { added, changed, removed } = outcome.counts;
      print(io.stdout, `${added} added, ${changed} changed, ${removed} removed`);
      return "done";
    }
    case "refused":
      print(io.stderr, problemList(outcome.problems));
      return "refused";
    case "conflict":
      print(
        io.stderr,
        "The register was changed by others at the same moment. Nothing was imported; try again.",
      );
      return "refused";
    case "unavailable":
      print(io.stderr, `The store cannot take this now: ${outcome.why} Nothing was imported.`);
      return "refused";
  }
}

function problemList(problems: readonly Problem[]): string {
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...problems.slice(0, MOST_PROBLEMS).map(describeProblem),
    ...(more > 0 ? [`and ${more} more`] : []),
    `Nothing was imported: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}.`,
  ].join("\n");
}
