import { dayOf, type Day } from "../calendar.ts";
import { capacitiesOf, rolesOf } from "../contact.ts";
import { isPersonal, personalConversation } from "../conversation.ts";
import { justAnswer, refuse, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { readHandover, type TypedHandover } from "../language/handover.ts";
import type { OfficialId } from "../official.ts";
import { whoOwns } from "../ownership.ts";
import type { Register } from "../register.ts";
import { sensitiveIn } from "../sensitive.ts";
import type { VakteamId } from "../vakteam.ts";
import { decidedWith, type Here } from "./decided.ts";
import type { Dossier, KernShare } from "./dossier.ts";
import { asking } from "./draft.ts";
import { begin } from "./starting.ts";
import type { WorkAct } from "./work.ts";

const LONGEST_TITLE = 100;

/** "Overdragen aan BOR: …": makes a draft of what was understood, and asks for what is missing. Nothing is sent yet. */
export function startHandover(
  incoming: Incoming,
  view: View,
  typed: string,
  sort: "dossier" | "question",
): Decision {
  const { official, work, register, reader } = view;
  if (!official || !work) return refuse(incoming, "notInRegister");
  if (sensitiveIn(typed).length > 0) return refuse(incoming, "sensitive");
  const day = dayOf(incoming.at);
  const said = readHandover(typed, { register, reader }, day);
  if (said.text === "")
    return justAnswer(incoming, { about: "text", text: "handoverWhat" }, "nothing to hand over");
  const moment: WorkAct = { ...view, at: incoming.at, official, work };
  const topic = said.topics[0]?.topic;
  const [kern] = said.kernen;
  const { dossier, change } = begin(moment, {
    sort,
    title: titleOf(said.text),
    topic,
    kern,
    asked: said.asked,
    done: said.text.length > LONGEST_TITLE ? said.text : "",
    due: said.promised?.day,
    promised: said.promised && { text: said.promised.text, by: said.promised.day },
    draft: {
      by: incoming.person.entraId,
      conversation: personalConversation(incoming.person.entraId),
      ...addresseeOf(register, said, topic, kern, day),
      urgent: said.urgent || said.board,
    },
    places: [],
  });
  const draft = asking({ ...dossier, shares: sharesOf(dossier, said) });
  return {
    ...drafted(moment, draft, hereOf(incoming), incoming, change),
    act: "draft",
    why: "began a handover",
  };
}

function drafted(
  moment: WorkAct,
  dossier: Dossier,
  here: Here,
  incoming: Incoming,
  change: Decision["changes"][number],
): Decision {
  const decision = decidedWith(moment, undefined, dossier, here, { cards: [], lines: [] });
  const elsewhere = isPersonal(incoming.conversation)
    ? []
    : justAnswer(incoming, { about: "text", text: "sentPrivately" }, "").say;
  const changes = [...decision.changes, change];
  return { ...decision, changes, say: [...decision.say, ...elsewhere], answer: undefined };
}

/** What is being filled in stands in the maker's own chat: a group need not read along. */
export function hereOf({ person }: Incoming): Here {
  return { place: { entraId: person.entraId } };
}

/** One share for each kern that was named. */
function sharesOf({ shares }: Dossier, { kernen }: TypedHandover): readonly KernShare[] {
  const [first] = shares;
  return first && kernen.length > 1 ? kernen.map((kern) => ({ ...first, kern })) : shares;
}

/** A regisseur by name is asked for gebiedsregie; anybody else stands for their team; else the register says which team. */
function addresseeOf(
  register: Register,
  { vakteams, officials }: TypedHandover,
  topic: string | undefined,
  kern: string | undefined,
  day: Day,
): { readonly vakteam?: VakteamId | undefined; readonly regisseur?: OfficialId | undefined } {
  const [named] = officials;
  if (named !== undefined && vakteams.length === 0) {
    const isRegisseur = rolesOf(register, { role: "gebiedsregisseur" }, day).some(
      (role) => role.official === named,
    );
    if (isRegisseur) return { regisseur: named };
    const team = capacitiesOf(register, named, day).find(({ vakteam }) => vakteam !== undefined)?.vakteam;
    if (team !== undefined) return { vakteam: team };
  }
  // Of several teams one becomes the owner: the sender chooses which.
  if (vakteams.length > 0) return { vakteam: vakteams.length === 1 ? vakteams[0] : undefined };
  const finding = topic === undefined ? undefined : whoOwns(register, topic, kern, day);
  return { vakteam: finding?.outcome === "owned" ? finding.rule.vakteam : undefined };
}

/** The first clause, as a title that fits on one line of a phone. */
export function titleOf(text: string): string {
  const clause = /^[^.;\n]{3,}?(?=[.;\n]|, |$)/u.exec(text)?.[0] ?? text;
  const short = clause.length > LONGEST_TITLE ? `${clause.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : clause;
  return short.charAt(0).toUpperCase() + short.slice(1);
}
