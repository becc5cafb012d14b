import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { INVARIANTS, type AllRows } from "../../bot/domain/invariants.ts";
import type { Pot } from "../../bot/domain/pot.ts";
import type { Collection } from "../../bot/domain/rows.ts";
import { readRegister } from "../../bot/registerFormat/files.ts";
import { COLLECTIONS } from "../../storage/rows.ts";

type Given = { readonly [C in Collection]?: AllRows[C] };

/** What the rules say about these rows, with nothing else stored. */
function violations(given: Given): readonly string[] {
  const nothing = Object.fromEntries(COLLECTIONS.map((name) => [name, []])) as unknown as AllRows;
  return INVARIANTS.flatMap((invariant) => invariant({ ...nothing, ...given }));
}

const anna = { id: "anna", name: "Anna", active: true, entraId: "E-1" };
const pot: Pot = {
  id: "2026",
  ceilingCents: 1_000,
  committedCents: 600,
  reservedCents: 400,
  paidCents: 600,
};
const rule = { id: "r1", topic: "honden", vakteam: "bor", source: "test" };
const honden = {
  id: "honden",
  name: "Honden",
  synonyms: [],
  description: "",
  taakveld: "5.7",
  statutory: false,
};
const bor = { id: "bor", name: "BOR", aliases: [] };

describe("everything stored together", () => {
  it.each<[string, Given, readonly string[]]>([
    ["nothing at all", {}, []],
    ["a rule whose topic and team are there", { ownership: [rule], topic: [honden], vakteam: [bor] }, []],
    [
      "a rule about a topic that is gone",
      { ownership: [rule], vakteam: [bor] },
      ["ownership r1: there is no topic honden"],
    ],
    [
      "a role of somebody who is gone, in a kern that is not there",
      { role: [{ id: "x", official: "anna", role: "gebiedsregisseur", kern: "veen" }] },
      ["role x: there is no official anna", "role x: there is no kern veen"],
    ],
    [
      "two people who are not linked",
      {
        official: [
          { ...anna, entraId: undefined },
          { ...anna, id: "b", entraId: undefined },
        ],
      },
      [],
    ],
    [
      "two people with one identity",
      { official: [anna, { ...anna, id: "bo", entraId: "e-1" }] },
      ["official anna, bo: the same Entra id"],
    ],
    ["a pot that is used to the last cent", { pot: [pot] }, []],
    [
      "a pot with one cent too much",
      { pot: [{ ...pot, reservedCents: 401 }] },
      ["pot 2026: over its ceiling, or a figure below nothing"],
    ],
    [
      "a pot of which more was paid than granted",
      { pot: [{ ...pot, paidCents: 601 }] },
      ["pot 2026: over its ceiling, or a figure below nothing"],
    ],
  ])("%s", (_name, given, expected) => {
    expect(violations(given)).toEqual(expected);
  });

  it("holds for the practice municipality", async () => {
    const read = await readRegister(join(import.meta.dirname, "../../bot/practice/altena"));
    if (read.kind !== "accepted") throw new Error("the practice municipality is broken");
    const { register } = read;
    expect(
      violations({
        kern: [...register.kernen.values()],
        topic: [...register.topics.values()],
        channel: [...register.channels.values()],
        portefeuille: [...register.portefeuilles.values()],
        vakteam: [...register.vakteams.values()],
        official: [...register.officials.values()],
        role: [...register.roles.values()],
        absence: [...register.absences.values()],
        ownership: [...register.ownership.values()],
      }),
    ).toEqual([]);
  });
});
