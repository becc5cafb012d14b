import { statfs } from "node:fs/promises";
import type { Check, Verdict } from "../doctor/check.ts";
import { examine } from "../doctor/examine.ts";
import { reach } from "../doctor/reach.ts";
import { isDatabase, type Place } from "../../storage/place.ts";
import { identityOf } from "../teams/registration.ts";
import { command, print } from "./command.ts";
import { clockOf, storePlace } from "./openFolder.ts";

export const doctorCommand = command({
  name: "doctor",
  summary: "looks at everything Kernwijzer needs, and says what is wrong and what to do",
  help: `
Usage: kernwijzer doctor [--json] [--data DIR]

One line for each thing that was looked at: settings, clock, store, disk, register, the addresses of Microsoft, the app
package. "ok" needs nothing, "note" works and wants a look, "wrong" does not work. Ends with exit code 1 when something
is wrong. Changes nothing, and may run beside the product.

  --json      one JSON object {"ok", "checks": [{"name", "verdict", "says"}]}
  --data DIR  data folder or postgres:// address (DATABASE_URL, KERNWIJZER_DATA, else ./data)`,
  options: { json: { type: "boolean" }, data: { type: "string" } },
  async run(words, { json = false, data }, io) {
    if (words.length > 0) return { wrongUsage: "takes no arguments; the folder is given with --data" };
    const place = storePlace(data, io);
    const checks = await examine({
      env: io.env,
      nodeVersion: process.versions.node,
      place,
      freeIn,
      clock: await clockOf(place, io),
      now: Date.now,
      reach,
      token: (registration) => identityOf(registration).authorization(),
    });
    const isWrong = checks.some(({ verdict }) => verdict === "wrong");
    print(io.stdout, json ? JSON.stringify({ ok: !isWrong, checks }) : asText(checks));
    return isWrong ? "refused" : "done";
  },
});

/** Bytes free for a folder; undefined for a database, and where there is no folder, which the store's check tells. */
async function freeIn(place: Place): Promise<number | undefined> {
  if (isDatabase(place)) return undefined;
  try {
    const { bavail, bsize } = await statfs(place);
    return bavail * bsize;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function asText(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.map(
    ({ name, verdict, says }) => `${verdict.padEnd(5)}  ${name.padEnd(width)}  ${says}`,
  );
  const count = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length;
  return [...lines, "", `${count("wrong")} wrong, ${count("note")} to look at, ${count("ok")} ok`].join("\n");
}
