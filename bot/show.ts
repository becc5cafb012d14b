import { answerTo, functioneelBeheer } from "./domain/answer.ts";
import { dayOf, type Instant } from "./domain/calendar.ts";
import { capacitiesOf } from "./domain/contact.ts";
import type { Notice } from "./domain/notice.ts";
import { decidersFor } from "./domain/proposalAuthority.ts";
import type { Question } from "./domain/question.ts";
import type { Register } from "./domain/register.ts";
import type { Shown, Viewer } from "./domain/shown.ts";
import type { Registry } from "./registry.ts";
import type { Store } from "../storage/store.ts";

export interface ShowParts {
  readonly store: Store;
  readonly registry: Registry;
  readonly clock: () => Instant;
}

/** Fills a notice in with the state of this moment, for one viewer. Reads only; never writes. */
export async function show(parts: ShowParts, notice: Notice, entraId: string | undefined): Promise<Shown> {
  const { register } = await parts.registry.current();
  const day = dayOf(parts.clock());
  switch (notice.about) {
    case "question":
      return showQuestion(
        register,
        (await must(parts.store.get("question", notice.question), notice)).row,
        day,
      );
    case "changeForm": {
      const { row } = await must(parts.store.get("question", notice.question), notice);
      return {
        about: "changeForm",
        topic: must1(register.topics.get(row.topics[0]?.topic ?? ""), notice),
        kern: "kern" in row && row.kern !== undefined ? register.kernen.get(row.kern) : undefined,
        vakteams: byName(register.vakteams.values()),
      };
    }
    case "proposal": {
      const { row } = await must(parts.store.get("proposal", notice.proposal), notice);
      const asked = decidersFor(register, row.newVakteam, day);
      const viewer = viewerOf(register, entraId, day);
      const me = viewer.official?.id;
      return {
        about: "proposal",
        proposal: row,
        topic: must1(register.topics.get(row.topic), notice),
        kern: row.kern === undefined ? undefined : register.kernen.get(row.kern),
        before: byName(row.oldVakteams.flatMap((id) => register.vakteams.get(id) ?? [])),
        newVakteam: must1(register.vakteams.get(row.newVakteam), notice),
        proposer: must1(register.officials.get(row.proposedBy), notice),
        decider: "decidedBy" in row ? register.officials.get(row.decidedBy) : undefined,
        askedOf: asked.flatMap((id) => register.officials.get(id) ?? []),
        viewerIs: me === row.proposedBy ? "proposer" : asked.some((id) => id === me) ? "decider" : "informed",
      };
    }
    case "deputy": {
      const official = must1(register.officials.get(notice.official), notice);
      const standIns = capacitiesOf(register, official.id, day).map(({ role, deputy }) => ({
        role,
        deputy: deputy === undefined ? undefined : register.officials.get(deputy),
      }));
      return { about: "deputy", official, standIns };
    }
    case "help":
    case "welcome":
      return { about: notice.about, viewer: viewerOf(register, entraId, day) };
    case "text":
    case "refusal":
      return notice;
  }
}

function showQuestion(register: Register, question: Question, day: string): Shown {
  const waiting = question.status === "awaitingKern";
  const kern = "kern" in question && question.kern !== undefined ? question.kern : undefined;
  return {
    about: "question",
    question,
    answer: question.status === "answeredFromStore" ? answerTo(register, question) : undefined,
    options: waiting ? question.options.flatMap((id) => register.kernen.get(id) ?? []) : [],
    allKernen: waiting ? byName(register.kernen.values()) : [],
    kern: kern === undefined ? undefined : register.kernen.get(kern),
    functioneelBeheer: functioneelBeheer(register, day),
  };
}

function viewerOf(register: Register, entraId: string | undefined, day: string): Viewer {
  const official = [...register.officials.values()].find(
    (one) => entraId !== undefined && one.entraId === entraId,
  );
  const roles = official ? capacitiesOf(register, official.id, day).map(({ role }) => role) : [];
  return { official, roles: [...new Set(roles)] };
}

function byName<T extends { readonly name: string }>(rows: Iterable<T>): readonly T[] {
  return [...rows].toSorted((a, b) => a.name.localeCompare(b.name, "nl"));
}

async function must<T>(found: Promise<T | undefined>, notice: Notice): Promise<T> {
  return must1(await found, notice);
}

function must1<T>(found: T | undefined, notice: Notice): T {
  if (found === undefined)
    throw new Error(`a ${notice.about} to show refers to something that is not in the store`);
  return found;
}
