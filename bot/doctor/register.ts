import { CONFIRMED_TOO_LONG_AGO } from "../domain/answer.ts";
import type { Day } from "../domain/calendar.ts";
import type { Register } from "../domain/register.ts";
import { gapsIn, type RegisterGaps } from "../domain/registerGaps.ts";
import { note, ok, wrong, type Check } from "./check.ts";

/** More ids than these are not listed. */
const MOST_LISTED = 5;

const GAPS: Readonly<Record<keyof RegisterGaps, readonly [what: string, toDo: string]>> = {
  kernenWithoutRegisseur: ["kernen without a gebiedsregisseur", "Add the role in roles.csv."],
  vakteamsWithoutTeamleider: ["vakteams without a teamleider", "Add the role in roles.csv."],
  topicsWithoutOwner: ["topics without one owner in every kern", "Add or end rules in ownership.csv."],
  officialsWithoutEntraId: [
    "officials without an Entra id, who can do nothing",
    "Fill in entra_id in officials.csv.",
  ],
  rulesUnconfirmed: [
    `rules not confirmed for ${CONFIRMED_TOO_LONG_AGO} months`,
    "Ask their owners, and fill in confirmed_on in ownership.csv.",
  ],
};

/** What somebody will run into in this register. Rows are named by id, never by a person's name. */
export function registerCheck(register: Register, day: Day): readonly Check[] {
  const { kernen, topics, ownership } = register;
  if (kernen.size === 0 || topics.size === 0 || ownership.size === 0) {
    return [
      wrong(
        "register",
        'nobody could be told anything from it. Run "kernwijzer import"; see docs/register.md.',
      ),
    ];
  }
  const found = gapsIn(register, day);
  const gaps = (Object.keys(GAPS) as (keyof RegisterGaps)[]).filter((gap) => found[gap].length > 0);
  if (gaps.length === 0)
    return [ok("register", `${ownership.size} rules for ${topics.size} topics, no gaps`)];
  return gaps.map((gap) => {
    const [what, toDo] = GAPS[gap];
    return note("register", `${what}: ${found[gap].length} (${listed(found[gap])}). ${toDo}`);
  });
}

function listed(ids: readonly string[]): string {
  const more = ids.length - MOST_LISTED;
  return `${ids.slice(0, MOST_LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
