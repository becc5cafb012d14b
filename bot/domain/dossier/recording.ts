import { dayOf } from "../calendar.ts";
import { refuse, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { splitAtColon } from "../language/colon.ts";
import { readPromises } from "../language/promise.ts";
import { sensitiveIn } from "../sensitive.ts";
import { decidedWith } from "./decided.ts";
import { hereOf, titleOf } from "./handingOver.ts";
import { begin } from "./starting.ts";
import type { WorkAct } from "./work.ts";

/** "Gehoord in Veen: …": kept, and shown with what may become of it. Nothing goes to a vakteam by itself. */
export function recordHeard(incoming: Incoming, view: View, typed: string): Decision {
  const { official, work, reader } = view;
  if (!official || !work) return refuse(incoming, "notInRegister");
  if (sensitiveIn(typed).length > 0) return refuse(incoming, "sensitive");
  const { promised, rest } = readPromises(splitAtColon(typed)?.said ?? typed, dayOf(incoming.at));
  const reading = reader.read(typed);
  const moment: WorkAct = { ...view, at: incoming.at, official, work };
  const { dossier, change } = begin(moment, {
    sort: "dossier",
    title: titleOf(rest.trim()),
    topic: reading.topics[0]?.topic,
    kern: reading.kernen[0] ?? reading.ambiguousKernen[0],
    done: rest.trim().length > 100 ? rest.trim() : "",
    promised: promised && { text: promised.text, by: promised.day },
    due: promised?.day,
    places: [],
  });
  const decision = decidedWith(moment, undefined, dossier, hereOf(incoming), { cards: [], lines: [] });
  return { ...decision, changes: [...decision.changes, change], answer: undefined, act: "record" };
}
