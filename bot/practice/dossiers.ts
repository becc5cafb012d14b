import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Change } from "../domain/commit.ts";
import { instantAt } from "../domain/calendar.ts";
import { regisseurOf } from "../domain/contact.ts";
import { WEIGHTS, type Dossier, type Weight } from "../domain/dossier/dossier.ts";
import { capacityIn } from "../domain/dossier/parties.ts";
import type { Register } from "../domain/register.ts";

const FILE = join(import.meta.dirname, "dossiers.csv");

/** Every column of the file, as text. */
type Line = Readonly<
  Record<
    | "number"
    | "title"
    | "topic"
    | "kernen"
    | "vakteam"
    | "official"
    | "registered"
    | "due"
    | "weight"
    | "promised"
    | "promised_by",
    string
  >
>;

/** The work the vakteams of the practice municipality have in hand when it opens. */
export function practiceDossiers(register: Register): readonly Change[] {
  const lines: Line[] = parse(readFileSync(FILE, "utf8"), { columns: true });
  const dossiers = lines.map((line) => dossierOf(line, register));
  const numbers = dossiers.map(({ number }) => Number(number.slice(-4)));
  const year = dossiers[0]?.number.slice(2, 6) ?? "";
  return [
    ...dossiers.map((row): Change => ({ collection: "dossier", id: row.id, expect: 0, row })),
    { collection: "numbering", id: year, expect: 0, row: { id: year, last: Math.max(...numbers) } },
  ];
}

function dossierOf(line: Line, register: Register): Dossier {
  const { number, title, topic, vakteam, official, due, weight } = line;
  const at = instantAt(line.registered, "10:00");
  const capacity = capacityIn(register, official, vakteam, line.registered);
  if (!capacity || !isWeight(weight) || !register.topics.has(topic))
    throw new Error(`${FILE}: ${number} does not fit the register`);
  const promised = line.promised === "" ? undefined : { text: line.promised, by: line.promised_by };
  const shares = line.kernen.split("|").map((kern) => {
    const contact = regisseurOf(register, kern, line.registered);
    if (contact === undefined) throw new Error(`${FILE}: ${number} has a kern without a regisseur`);
    return { kern, contact, promised, since: at };
  });
  const from = shares[0]?.contact ?? official;
  const step = { at, why: "", capacity: "gebiedsregisseur", who: from } as const;
  return {
    id: `practice-${number}`,
    number,
    sort: "dossier",
    title,
    topic,
    shares,
    status: "inProgress",
    owner: { official, capacity, vakteam },
    weight,
    asked: "answer",
    done: "",
    driehoek: "",
    due,
    registeredBy: from,
    registeredAt: at,
    hops: 0,
    consults: [],
    contributions: [],
    refusedBy: [],
    places: [],
    history: [
      { ...step, act: "register", status: "registered" },
      { ...step, act: "offer", status: "offered" },
      { ...step, who: official, capacity, act: "take", status: "inProgress" },
    ],
  };
}

function isWeight(text: string): text is Weight {
  return text in WEIGHTS;
}
