import { addDays, dayOf, type Day } from "../../bot/domain/calendar.ts";
import { isPresent, regisseurOf } from "../../bot/domain/contact.ts";
import { bundleWith } from "../../bot/domain/dossier/bundling.ts";
import { underlying, WEIGHTS, type Dossier } from "../../bot/domain/dossier/dossier.ts";
import { isStatutory } from "../../bot/domain/dossier/guarding.ts";
import { takesRoom, unitsOf } from "../../bot/domain/dossier/load.ts";
import { membersOf } from "../../bot/domain/dossier/parties.ts";
import type { OfficialId } from "../../bot/domain/official.ts";
import { isWorkingDay } from "../../bot/domain/workingDays.ts";
import type { Arrival } from "./balanceArrivals.ts";
import { ASSUMPTIONS } from "./balanceAssumptions.ts";
import type { Outcome, Year } from "./balanceFigures.ts";
import { isFriday, teamFor } from "./balancePolicies.ts";
import { openBalanceTown, type BalanceTown } from "./balanceTown.ts";

/** One arrival that became work, alone or bundled. */
interface Case {
  readonly arrival: Arrival;
  readonly dossier: string;
}

/** A year through the product itself: the same arrivals and people, guarded. */
export async function kernwijzerYear(arrivals: readonly Arrival[], chance: () => number): Promise<Year> {
  const [first] = arrivals;
  const from = first?.day ?? "2026-01-01";
  const town = await openBalanceTown(from, () => new Map());
  try {
    return await live(town, arrivals, chance, from);
  } finally {
    await town.close();
  }
}

async function live(
  town: BalanceTown,
  arrivals: readonly Arrival[],
  chance: () => number,
  from: Day,
): Promise<Year> {
  const { register } = town;
  const light: Outcome[] = [];
  const cases: Case[] = [];
  const hoursLeft = new Map<string, number>();
  const answered = new Map<string, { readonly day: Day; readonly by: OfficialId; readonly hops: number }>();
  /** The team whose work it really is. */
  const right = new Map<string, string>();
  const teamWeeks: number[] = [];
  const byDay = Map.groupBy(arrivals, ({ day }) => day);
  const lastDay = addDays(from, 364);
  let personDays = 0;

  for (let day = from; day <= lastDay; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    await town.goTo(day, "08:30");
    for (const arrival of byDay.get(day) ?? []) await arrive(arrival);
    await town.goTo(day, "09:31");
    await takeAll();
    await town.goTo(day, "14:01");
    await takeAll();
    await work(day);
    personDays += [...register.officials.keys()].filter((id) => isPresent(register, id, day)).length;
    if (isFriday(day)) teamWeeks.push(...(await inHand()));
  }
  const outcomes = cases.map(({ arrival, dossier }): Outcome => {
    const done = answered.get(dossier);
    return { ...outcome(arrival), answered: done?.day, by: done?.by, hops: done?.hops ?? 0 };
  });
  return { outcomes: [...light, ...outcomes], teamWeeks, messages: town.messages, personDays, lastDay };

  async function arrive(arrival: Arrival): Promise<void> {
    const topic = register.topics.get(arrival.topic);
    const today = { ...outcome(arrival), answered: arrival.day };
    const past = await town.store.list("dossier", "topic", arrival.topic);
    const isAnswered = past.some(({ row }) => row.status === "closed" && row.answer !== undefined);
    if (isAnswered && chance() < ASSUMPTIONS.earlierAnswerHelps) return void light.push(today);
    if (topic?.channel !== undefined && chance() < ASSUMPTIONS.takesRegularDoor)
      return void light.push(today);
    if (!isStatutory(register, arrival.topic) && chance() < ASSUMPTIONS.villageTakesUp)
      return void light.push(today);
    const vakteam = teamFor(register, arrival);
    const regisseur = regisseurOf(register, arrival.kern, arrival.day);
    if (vakteam === undefined || regisseur === undefined) return void light.push(outcome(arrival));
    const kern = register.kernen.get(arrival.kern)?.name ?? "";
    const team = register.vakteams.get(vakteam)?.name ?? vakteam;
    const draft =
      (await drafted(regisseur, `overdragen aan ${team}: ${topic?.name ?? ""} in ${kern}. niets beloofd`)) ??
      // A subject whose name says danger is called about; what is left to do is an ordinary question.
      (await drafted(regisseur, `overdragen aan ${team}: vraag van bewoners in ${kern}. niets beloofd`));
    if (!draft) throw new Error(`nothing was drafted of ${topic?.name} in ${kern} for ${team}`);
    await hand(arrival, draft, regisseur, vakteam);
  }

  async function drafted(regisseur: OfficialId, text: string): Promise<Dossier | undefined> {
    await town.says(regisseur, text);
    return (await town.open()).find(
      (one) => one.draft !== undefined && one.status === "registered" && one.registeredBy === regisseur,
    );
  }

  async function hand(
    arrival: Arrival,
    draft: Dossier,
    regisseur: OfficialId,
    vakteam: string,
  ): Promise<void> {
    // Where the register is out of date, it goes to another team first, which sends it on.
    const wrong = chance() < ASSUMPTIONS.wrongInRegister;
    const others = [...register.vakteams.keys()].filter((id) => id !== vakteam);
    const addressed = wrong ? (others[Math.floor(chance() * others.length)] ?? vakteam) : vakteam;
    right.set(draft.id, vakteam);
    const [same] = draft.topic === undefined ? [] : bundleWith(await town.open(), draft, dayOf(town.now()));
    const input = {
      kern: arrival.kern,
      driehoek: "dorp denkt mee",
      weight: arrival.weight,
      vakteam: addressed,
    };
    await town.presses(regisseur, "fill", draft.id, input);
    if (same) {
      await town.presses(regisseur, "bundle", draft.id, { dossier: same.id });
      const into = await town.dossier(same.id);
      if (into.shares.some(({ kern }) => kern === arrival.kern))
        return void cases.push({ arrival, dossier: same.id });
    }
    await town.presses(regisseur, "queue", draft.id, input);
    cases.push({ arrival, dossier: draft.id });
    hoursLeft.set(draft.id, ASSUMPTIONS.hours[arrival.weight]);
  }

  /** Whoever is named on an offer takes it; a few turn out to be for another team. */
  async function takeAll(): Promise<void> {
    const day = dayOf(town.now());
    for (const dossier of await town.open()) {
      const { handoff } = dossier;
      if (
        underlying(dossier) !== "offered" ||
        handoff?.state !== "delivered" ||
        handoff.vakteam === undefined
      )
        continue;
      const people = membersOf(register, handoff.vakteam, day).filter((id) => isPresent(register, id, day));
      const taker = people.find((id) => id === handoff.named) ?? people[0];
      const team = right.get(dossier.id);
      if (taker !== undefined && team !== undefined && team !== handoff.vakteam)
        await town.presses(taker, "redirect", dossier.id, { vakteam: team, text: "hoort daar" });
      else if (taker !== undefined) await town.presses(taker, "take", dossier.id);
    }
  }

  async function work(day: Day): Promise<void> {
    const mine = Map.groupBy(
      (await town.open()).filter(({ status }) => status === "inProgress"),
      ({ owner }) => owner.official,
    );
    for (const [person, dossiers] of mine) {
      if (!isPresent(register, person, day)) continue;
      let hours = ASSUMPTIONS.hoursPerWeek / 5;
      for (const dossier of dossiers.toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt))) {
        if (hours <= 0) break;
        const left = hoursLeft.get(dossier.id) ?? 0;
        const spent = Math.min(hours, left);
        hours -= spent;
        hoursLeft.set(dossier.id, left - spent);
        if (left > spent) break;
        await town.presses(person, "answer", dossier.id, { text: "Zo zit het." });
        answered.set(dossier.id, { day, by: person, hops: dossier.hops });
        for (const { contact, kern } of dossier.shares)
          await town.presses(contact, "feedback", dossier.id, {
            text: "verteld",
            told: "yes",
            kern: kern ?? "",
          });
      }
    }
  }

  async function inHand(): Promise<readonly number[]> {
    const open = await town.open();
    return [...register.vakteams.keys()].map((team) =>
      open.filter((one) => takesRoom(one, team)).reduce((total, one) => total + unitsOf(one), 0),
    );
  }
}

function outcome({ kern, day, weight }: Arrival): Outcome {
  return { kern, came: day, hops: 0, units: WEIGHTS[weight] };
}
