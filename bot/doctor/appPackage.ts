import { COMMANDS } from "../../manifest/commands.ts";
import { missingForPackage, OWN_VERSION, packageFor } from "../appPackage/fromSettings.ts";
import { isUnderstood } from "../appPackage/understood.ts";
import { makeReader } from "../domain/language/reader.ts";
import type { Register } from "../domain/register.ts";
import type { Settings } from "../settings.ts";
import { loadWords } from "../words.ts";
import { note, ok, wrong, type Check } from "./check.ts";

const NAME = "app package";

/** Whether the package for Teams can be built, and whether its commands fit this register. */
export async function packageCheck(
  settings: Settings,
  register: Register | undefined,
): Promise<readonly Check[]> {
  if (settings.registration === undefined) return [ok(NAME, "not needed for the practice room")];
  const missing = missingForPackage(settings);
  if (missing.length > 0) {
    return [
      note(NAME, `cannot be built without ${missing.join(", ")}. Set them; .env.example says what they are.`),
    ];
  }
  const built = await packageFor(settings);
  const checks = built.ok
    ? [ok(NAME, `version ${OWN_VERSION} can be built`)]
    : built.problems.map((problem) => wrong(NAME, problem));
  return [...checks, ...(register === undefined ? [] : commandChecks(register))];
}

function commandChecks(register: Register): readonly Check[] {
  const reader = makeReader(register, loadWords());
  return Object.values(COMMANDS)
    .flat()
    .filter((command) => !isUnderstood(command, register, reader))
    .map(({ title }) =>
      note(NAME, `"${title}" is not understood with this register. Change it in manifest/commands.ts.`),
    );
}
