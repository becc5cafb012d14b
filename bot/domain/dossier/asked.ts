import { dayOf } from "../calendar.ts";
import { isPersonal } from "../conversation.ts";
import { justAnswer, refuse, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import type { Reading } from "../language/reading.ts";
import { newToken } from "../token.ts";
import { dossiersIn, type DossierList } from "./list.ts";
import type { WorkAct } from "./work.ts";

/** "Heb ik nog iets liggen?", "wat speelt er in Veen", "wat is er beloofd in Dussen". */
export function askForList(incoming: Incoming, view: View, reading: Reading): Decision {
  const { official, work } = view;
  if (!official || !work) return refuse(incoming, "notInRegister");
  const moment = { ...view, at: incoming.at, official, work };
  const [vakteam] = reading.vakteams;
  if (vakteam !== undefined && (reading.intent === "list" || reading.intent === "load"))
    return showList(incoming, moment, { of: "vakteam", vakteam });
  if (reading.intent === "list" || reading.intent === "load")
    return justAnswer(incoming, { about: "text", text: "whichVakteam" }, "no vakteam named");
  const kern = reading.kernen[0] ?? reading.ambiguousKernen[0];
  if (reading.intent === "myWork") return showList(incoming, moment, { of: "mine", official: official.id });
  if (reading.intent === "promised") return showList(incoming, moment, { of: "promised", kern });
  if (kern === undefined) return justAnswer(incoming, { about: "text", text: "whichKern" }, "no kern named");
  return showList(incoming, moment, { of: "kern", kern });
}

/** Shows a list to whoever asked for it, in their own chat: in a group not everybody may read what stands on it. */
export function showList(incoming: Incoming, moment: WorkAct, list: DossierList): Decision {
  const { official, register, work, at } = moment;
  const all = work.open.map(({ row }) => row);
  const [first] = dossiersIn(list, all, register, official.id, dayOf(at));
  const version = work.open.find(({ row }) => row.id === first?.id)?.version ?? 0;
  const issued =
    first && newToken(moment, { kind: "dossier", id: first.id }, version, [incoming.person.entraId]);
  const notice = { about: "dossierList", ...list } as const;
  const to = { entraId: incoming.person.entraId };
  const elsewhere = isPersonal(incoming.conversation)
    ? []
    : justAnswer(incoming, { about: "text", text: "sentPrivately" }, "").say;
  return {
    changes: issued ? [issued.change] : [],
    say: [{ to, notice, token: issued?.token }, ...elsewhere],
    act: "list",
    capacity: "",
    why: `asked for a list: ${list.of}`,
  };
}
