import { addDays, type Day } from "../../bot/domain/calendar.ts";
import { isPresent } from "../../bot/domain/contact.ts";
import { WEIGHTS } from "../../bot/domain/dossier/dossier.ts";
import { membersOf } from "../../bot/domain/dossier/parties.ts";
import type { OfficialId } from "../../bot/domain/official.ts";
import { whoOwns } from "../../bot/domain/ownership.ts";
import type { Register } from "../../bot/domain/register.ts";
import type { VakteamId } from "../../bot/domain/vakteam.ts";
import { isWorkingDay } from "../../bot/domain/workingDays.ts";
import type { Arrival } from "./balanceArrivals.ts";
import { ASSUMPTIONS } from "./balanceAssumptions.ts";
import type { Outcome, Year } from "./balanceFigures.ts";

/** Who of a team gets an item as a message of their own. */
export type ChoosePerson = (
  people: readonly OfficialId[],
  work: Desks,
  turn: number,
  register: Register,
  arrival: Arrival,
) => OfficialId;

interface Item {
  readonly arrival: Arrival;
  readonly hops: number;
  hoursLeft: number;
}

/** Everybody's own pile of work, the oldest on top. */
export type Desks = ReadonlyMap<OfficialId, readonly Item[]>;

/** What happens today: whoever sends knows somebody of the team, and writes to that person. */
export const toKnownPerson: ChoosePerson = (people, _desks, _turn, register, { topic, kern, day }) => {
  const finding = whoOwns(register, topic, kern, day);
  const named = finding.outcome === "owned" ? finding.rule.person : undefined;
  return people.find((id) => id === named) ?? people[0] ?? "";
};

export const roundRobin: ChoosePerson = (people, _desks, turn) => people[turn % people.length] ?? "";

export const leastLoad: ChoosePerson = (people, desks) =>
  people.toSorted((a, b) => (desks.get(a)?.length ?? 0) - (desks.get(b)?.length ?? 0))[0] ?? "";

/** A year in which every item goes at once, by itself, to one person; nothing is asked first and nothing waits. */
export function yearOf(
  register: Register,
  arrivals: readonly Arrival[],
  chance: () => number,
  choose: ChoosePerson,
  wrong: number,
): Year {
  const desks = new Map<OfficialId, Item[]>();
  const teamOf = new Map<OfficialId, VakteamId>();
  const outcomes: Outcome[] = [];
  const messages = new Map<string, number>();
  const teamWeeks: number[] = [];
  const byDay = Map.groupBy(arrivals, ({ day }) => day);
  const [first] = arrivals;
  const from = first?.day ?? "2026-01-01";
  let turn = 0;
  let personDays = 0;
  let day = from;
  const lastDay = addDays(from, 364);

  function send(arrival: Arrival, hops: number): void {
    const team = teamFor(register, arrival);
    if (team === undefined) return void outcomes.push(open(arrival, hops));
    // In the wrong team somebody looks at it, and passes it on the next day.
    const people = membersOf(register, team, day).filter((id) => isPresent(register, id, day));
    if (people.length === 0) return void outcomes.push(open(arrival, hops));
    const person = choose(people, desks, turn++, register, arrival);
    teamOf.set(person, team);
    desks.set(person, [
      ...(desks.get(person) ?? []),
      { arrival, hops, hoursLeft: ASSUMPTIONS.hours[arrival.weight] },
    ]);
    const key = `${person} ${day}`;
    messages.set(key, (messages.get(key) ?? 0) + 1);
  }

  let strayed: { readonly arrival: Arrival; readonly hops: number }[] = [];
  for (; day <= lastDay; day = addDays(day, 1)) {
    const today = byDay.get(day) ?? [];
    const returning = isWorkingDay(day) ? strayed : [];
    if (isWorkingDay(day)) strayed = [];
    for (const { arrival, hops } of returning) send(arrival, hops);
    for (const arrival of today) {
      if (chance() < wrong) {
        strayed.push({ arrival, hops: 1 });
        const somebody = [...register.officials.keys()][Math.floor(chance() * register.officials.size)] ?? "";
        messages.set(`${somebody} ${day}`, (messages.get(`${somebody} ${day}`) ?? 0) + 1);
      } else send(arrival, 0);
    }
    if (isWorkingDay(day)) {
      for (const [person, items] of desks) if (isPresent(register, person, day)) work(person, items);
      personDays += [...register.officials.keys()].filter((id) => isPresent(register, id, day)).length;
    }
    if (isFriday(day)) teamWeeks.push(...inHand());
  }
  for (const items of desks.values())
    for (const { arrival, hops } of items) outcomes.push(open(arrival, hops));
  return { outcomes, teamWeeks, messages, personDays, lastDay };

  function work(person: OfficialId, items: Item[]): void {
    let hours = ASSUMPTIONS.hoursPerWeek / 5;
    while (hours > 0) {
      const item = items[0];
      if (!item) return;
      const spent = Math.min(hours, item.hoursLeft);
      item.hoursLeft -= spent;
      hours -= spent;
      if (item.hoursLeft > 0) return;
      items.shift();
      outcomes.push({ ...open(item.arrival, item.hops), answered: day, by: person });
    }
  }

  function inHand(): readonly number[] {
    return [...register.vakteams.keys()].map((team) =>
      [...desks]
        .filter(([person]) => teamOf.get(person) === team)
        .flatMap(([, items]) => items)
        .reduce((total, { arrival }) => total + WEIGHTS[arrival.weight], 0),
    );
  }
}

export function teamFor(register: Register, { topic, kern, day }: Arrival): VakteamId | undefined {
  const finding = whoOwns(register, topic, kern, day);
  if (finding.outcome === "owned") return finding.rule.vakteam;
  return finding.outcome === "conflict" ? finding.rivals[0]?.vakteam : undefined;
}

function open({ kern, day, weight }: Arrival, hops: number): Outcome {
  return { kern, came: day, hops, units: WEIGHTS[weight] };
}

/** The day on which somebody works last before the weekend. */
export function isFriday(day: Day): boolean {
  return new Date(`${day}T12:00:00Z`).getUTCDay() === 5;
}
