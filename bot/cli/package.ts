import { writeFile } from "node:fs/promises";
import { OWN_VERSION, packageFor } from "../appPackage/fromSettings.ts";
import { readSettings } from "../settings.ts";
import { command, print, type Io, type Outcome } from "./command.ts";
import { unlessWrongPath } from "./path.ts";

export const packageCommand = command({
  name: "package",
  summary: "builds the app package that is uploaded to Teams",
  help: `
Usage: kernwijzer package [--out FILE] [--version X.Y.Z]

Fills manifest/ in from the settings (see .env.example), checks it against Microsoft's own schema and the rules Teams has
besides, and writes one zip. Needs no network; the same settings give the same bytes. When anything is wrong, all of it
is reported and nothing is written.

  --out FILE       file to write (kernwijzer-X.Y.Z.zip)
  --version X.Y.Z  version of the app (${OWN_VERSION}); Teams takes an update only with a higher one`,
  options: { out: { type: "string" }, version: { type: "string" } },
  async run(words, { version = OWN_VERSION, out = `kernwijzer-${version}.zip` }, io) {
    if (words.length > 0) return { wrongUsage: "takes no arguments; the file is given with --out" };
    const read = readSettings(io.env);
    const built = read.ok ? await packageFor(read.settings, version) : read;
    if (!built.ok) return refuse(built.problems, io);
    const written = await unlessWrongPath(io, out, async () => {
      await writeFile(out, built.zip);
      return true;
    });
    if (written === undefined) return "refused";
    print(
      io.stdout,
      `Wrote ${out}: version ${version}, ${built.zip.length} bytes. Upload it in the Teams admin center.`,
    );
    return "done";
  },
});

function refuse(problems: readonly string[], io: Io): Outcome {
  for (const problem of problems) print(io.stderr, problem);
  print(io.stderr, "Nothing was written.");
  return "refused";
}
