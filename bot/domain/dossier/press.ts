import { dayOf, isDay } from "../calendar.ts";
import { refuse, type Decision, type Pressed, type Pressing, type View } from "../decision.ts";
import { isPersonal } from "../conversation.ts";
import type { Notice } from "../notice.ts";
import type { Refusal } from "../refusal.ts";
import { newToken } from "../token.ts";
import type { Inputs } from "../verb.ts";
import { bundleOf } from "./bundling.ts";
import { decided, decidedWith, type Here } from "./decided.ts";
import type { Doing } from "./doing.ts";
import { WEIGHTS, underlying, type Dossier } from "./dossier.ts";
import { fillIn } from "./draft.ts";
import { REGIE_REASONS, RETURN_REASONS, URGENCIES } from "./handoff.ts";
import { MOVES, mayFrom, type Act } from "./moves.ts";
import { sendOffer } from "./sending.ts";
import { capacityFor, partiesOf } from "./parties.ts";
import { sightOf } from "./reading.ts";
import { takeStep } from "./take.ts";
import type { WorkAct } from "./work.ts";

type PressedDossier = Pressed & { readonly kind: "dossier" };

/** Steps that do not lose their sense when something else happened to the dossier meanwhile. */
const LATE_TOO: readonly Act[] = ["note", "consult", "contribution", "feedback", "answer", "reply"];

/** A press on a card of a dossier, by anybody, of any age. */
export function pressOnDossier(incoming: Pressing, view: View, pressed: PressedDossier): Decision {
  const { official, work, register } = view;
  const { verb, input } = incoming.act;
  const { current, token } = pressed;
  if (!official || !work) return refuse(incoming, "notInRegister");
  const day = dayOf(incoming.at);
  if (verb === "open") return open({ ...view, at: incoming.at, official, work }, incoming);
  if (sightOf(register, official.id, current.row, day) === "nothing")
    return refuse(incoming, "notYourDossier");
  const moment: WorkAct = { ...view, at: incoming.at, official, work };
  const looking = lookAt(verb, input, current.row.id);
  if (looking) {
    if (looking.about === "dossierForm" && !mayTake(moment, current.row, looking.step))
      return refuse(incoming, current.row.status === "closed" ? "closed" : "notAllowed");
    return look(moment, looking, current.version);
  }
  const act = actOf(verb);
  if (token.version !== current.version && !LATE_TOO.includes(act ?? "take"))
    return look(moment, { about: "dossier", dossier: current.row.id }, current.version);
  const here = hereOf(incoming);
  if (verb === "fill" || verb === "queue" || verb === "offer") {
    const filled = fillIn(moment, current.row, input);
    if (typeof filled === "string") return refuse(incoming, filled);
    const before = { version: current.version, row: filled };
    if (verb === "fill") return decidedWith(moment, before, filled, here, { cards: [], lines: [] });
    return sendOffer(incoming, moment, before, doingOf("offer", input), verb === "queue", here);
  }
  if (act === undefined) return refuse(incoming, "unknownButton");
  if (act === "bundle") return bundleOf(incoming, moment, current, input.dossier, here);
  if (act === "redirect") return sendOffer(incoming, moment, current, doingOf(act, input), true, here);
  const after = takeStep(
    current.row,
    { ...doingOf(act, input), act },
    { ...moment, official: official.id, day },
  );
  if (typeof after === "string") return refuseOrShow(incoming, moment, current, after);
  return decided(moment, act, current, after, here);
}

/** One of a list. */
function open(moment: WorkAct, incoming: Pressing): Decision {
  const wanted = incoming.act.input.dossier;
  const found = moment.work.open.find(({ row }) => row.id === wanted);
  if (!found) return refuse(incoming, "badInput");
  const sight = sightOf(moment.register, moment.official.id, found.row, dayOf(moment.at));
  if (sight === "nothing") return refuse(incoming, "notYourDossier");
  return look(moment, { about: "dossier", dossier: found.row.id }, found.version);
}

function actOf(verb: string): Act | undefined {
  return verb in MOVES ? (verb as Act) : undefined;
}

/** Verbs that only show something else of the same dossier. */
function lookAt(verb: string, { step }: Inputs, dossier: string): (Notice & { dossier: string }) | undefined {
  switch (verb) {
    case "more":
      return { about: "dossierMore", dossier };
    case "whyMe":
      return { about: "dossierWhy", dossier };
    case "timeline":
      return { about: "dossierTimeline", dossier };
    case "back":
      return { about: "dossier", dossier };
    default: {
      const act = actOf(verb === "pick" ? (step ?? "") : verb.endsWith("Form") ? verb.slice(0, -4) : "");
      return act && { about: "dossierForm", dossier, step: act };
    }
  }
}

/** A look stores nothing but the token of its buttons. */
function look(moment: WorkAct, notice: Notice & { dossier: string }, version: number): Decision {
  const { token, change } = newToken(moment, { kind: "dossier", id: notice.dossier }, version);
  return {
    changes: [change],
    say: [],
    answer: { notice, token },
    act: "look",
    capacity: "",
    why: "looked at a dossier",
  };
}

/** Who was too late sees how it stands; any other refusal is a sentence. */
function refuseOrShow(
  incoming: Pressing,
  moment: WorkAct,
  { row, version }: PressedDossier["current"],
  why: Refusal,
): Decision {
  return why === "outdated"
    ? look(moment, { about: "dossier", dossier: row.id }, version)
    : refuse(incoming, why);
}

function mayTake({ register, official, at }: WorkAct, dossier: Dossier, act: Act): boolean {
  const parties = partiesOf(register, official.id, dossier, dayOf(at));
  const status = act === "reply" ? dossier.status : underlying(dossier);
  return mayFrom(act, status) && capacityFor(act, parties) !== undefined;
}

function hereOf({ conversation, person }: Pressing): Here {
  return {
    place: isPersonal(conversation) ? { entraId: person.entraId } : { conversation: conversation.id },
  };
}

/** What was filled in, read strictly: anything that cannot be is left out, and the step then says what it misses. */
function doingOf<A extends Act>(act: A, input: Inputs): Doing & { readonly act: A } {
  return {
    act,
    text: input.text ?? "",
    day: input.day !== undefined && isDay(input.day) ? input.day : undefined,
    vakteam: input.vakteam || undefined,
    official: input.official || undefined,
    kern: input.kern || undefined,
    weight: oneOf(Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[], input.weight),
    returnReason: oneOf(RETURN_REASONS, input.returnReason),
    regieReason: oneOf(REGIE_REASONS, input.regieReason),
    urgency: oneOf(URGENCIES, input.urgency),
    told: input.told === "yes" ? true : input.told === "no" ? false : undefined,
    contribution: input.contribution || undefined,
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((one) => one === value);
}
