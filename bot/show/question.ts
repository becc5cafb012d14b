import { answerTo, functioneelBeheer } from "../domain/answer.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import { byName, known, type Showing } from "./showing.ts";

export async function showQuestion(
  { store, register, day }: Showing,
  notice: Notice & { about: "question" },
): Promise<Shown> {
  const { row: question } = known(await store.get("question", notice.question), notice);
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

export async function showChangeForm(
  { store, register }: Showing,
  notice: Notice & { about: "changeForm" },
): Promise<Shown> {
  const { row } = known(await store.get("question", notice.question), notice);
  return {
    about: "changeForm",
    topic: known(register.topics.get(row.topics[0]?.topic ?? ""), notice),
    kern: "kern" in row && row.kern !== undefined ? register.kernen.get(row.kern) : undefined,
    vakteams: byName(register.vakteams.values()),
  };
}

export async function showForwardForm(
  { store, register }: Showing,
  notice: Notice & { about: "forwardForm" | "callBackForm" },
): Promise<Shown> {
  const { row } = known(await store.get("question", notice.question), notice);
  return {
    about: notice.about,
    topic: known(register.topics.get(row.topics[0]?.topic ?? ""), notice),
    kern: "kern" in row && row.kern !== undefined ? register.kernen.get(row.kern) : undefined,
  };
}
