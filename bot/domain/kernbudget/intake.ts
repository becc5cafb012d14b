import { dayOf, isDay } from "../calendar.ts";
import { justAnswer, refuse, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import { readTypedPlan } from "../language/typedPlan.ts";
import { sensitiveIn } from "../sensitive.ts";
import { newToken } from "../token.ts";
import { usualCapacity } from "../proposalAuthority.ts";
import { readAmount } from "./amount.ts";
import { carryOut, planNotice, refusePlan, stepBy, toOfficial, type PlanPress } from "./carrying.ts";
import type { Fund, FundStatus } from "./cofinancing.ts";
import { sourcesUnder } from "./kernbudget.ts";
import { partOf } from "./parties.ts";
import { stepped, type Plan } from "./plan.ts";
import { schemeOn } from "./scheme.ts";

/** Longest name, purpose or number that is kept, in characters. */
const LONGEST = 200;

/** A plan that was typed: kept as a concept, with a form for what was not told. */
export function startPlan(incoming: Incoming, view: View, text: string): Decision {
  const { official, kernbudget, reading, register } = view;
  if (!official)
    return justAnswer(incoming, { about: "refusal", why: "notInRegister" }, "not in the register");
  const day = dayOf(incoming.at);
  const scheme = kernbudget && schemeOn(kernbudget.schemes, day);
  const sources = scheme && sourcesUnder(register, kernbudget, scheme);
  if (!scheme || !sources) return justAnswer(incoming, { about: "text", text: "noKernbudget" }, "no scheme");
  if (sensitiveIn(text).length > 0)
    return justAnswer(incoming, { about: "refusal", why: "sensitive" }, "sensitive");
  const kernen = [...(reading?.kernen ?? []), ...(reading?.ambiguousKernen ?? [])];
  const told = readTypedPlan(text);
  const id = view.newId();
  const capacity = usualCapacity(register, official.id, day);
  const isAlone = incoming.conversation.kind === "personal";
  const plan: Plan = {
    id,
    scheme: scheme.id,
    status: told.saysApplication ? "plan" : "idea",
    kern: kernen[0] ?? "",
    applicant: told.applicant ?? "",
    purpose: told.purpose ?? "",
    askedCents: told.askedCents ?? 0,
    own: { moneyCents: told.ownMoneyCents ?? 0, hours: told.hours ?? 0 },
    funds: [],
    caseNumber: told.caseNumber,
    submittedBy: official.id,
    preparedBy: [],
    receivedOn: [],
    suspensions: [],
    portefeuilles: [],
    criteria: [],
    consents: [],
    recused: [],
    ledger: [],
    history: [{ act: "start", by: official.id, capacity, at: incoming.at, why: "" }],
    volunteers: told.volunteers,
  };
  const { token, change } = newToken(view, { kind: "plan", id }, 1);
  return {
    changes: [{ collection: "plan", id, expect: 0, row: plan }, change],
    say: [
      ...toOfficial(register, official.id, plan, token, day),
      ...(isAlone
        ? []
        : [{ to: "here" as const, notice: { about: "text", text: "planPrivately" } as const }]),
    ],
    act: "startPlan",
    capacity,
    why: "typed",
  };
}

/** The form is filled in: "is dit al een officiële aanvraag?" decides whether the legal term runs. */
export function fillIn(press: PlanPress): Decision {
  const { incoming, sources, current, official, day } = press;
  const { input } = incoming.act;
  const plan = current.row;
  const role = partOf(sources, plan, official, day).prepares;
  if (!role) return refusePlan(incoming, plan, "notYours");
  const words = (typed = "") => typed.trim().slice(0, LONGEST);
  const applicant = words(input.applicant);
  const purpose = words(input.purpose);
  const caseNumber = words(input.caseNumber);
  if (sensitiveIn([applicant, purpose, caseNumber, input.funds ?? ""].join("\n")).length > 0)
    return refuse(incoming, "sensitive");
  const kern = sources.register.kernen.get(input.kern ?? plan.kern);
  if (!kern || applicant === "" || purpose === "") return refusePlan(incoming, plan, "incomplete");
  const askedCents = readAmount(input.amount ?? "");
  const moneyCents = readAmount(input.ownMoney === undefined || input.ownMoney === "" ? "0" : input.ownMoney);
  const hours = readHours(input.hours);
  const funds = readFunds(input.funds ?? "", day);
  const most = sources.scheme.maximumCents ?? Infinity;
  if (!askedCents || askedCents > most || moneyCents === undefined || hours === undefined || !funds)
    return refusePlan(incoming, plan, "badAmount");
  const activityOn = input.activityDay === "" ? undefined : input.activityDay;
  const receivedOn = input.receivedDay === undefined || input.receivedDay === "" ? day : input.receivedDay;
  if ((activityOn !== undefined && !isDay(activityOn)) || !isDay(receivedOn) || receivedOn > day)
    return refusePlan(incoming, plan, "badDay");
  const portefeuilles = (input.portefeuilles ?? "")
    .split(",")
    .filter((id) => sources.register.portefeuilles.has(id));
  const isApplication = input.application === "yes";
  const after = stepped(plan, stepBy(press, isApplication ? "apply" : "change", role), {
    kern: kern.id,
    applicant,
    purpose,
    askedCents,
    own: { moneyCents, hours },
    funds,
    caseNumber: caseNumber === "" ? undefined : caseNumber,
    activityOn,
    portefeuilles,
    adviceFrom: sources.register.vakteams.get(input.vakteam ?? "")?.id,
    receivedOn: isApplication ? [receivedOn] : [],
    completeOn: isApplication ? receivedOn : undefined,
  });
  return after ? carryOut(press, after) : justAnswer(incoming, planNotice(plan), "not now");
}

function readHours(typed = ""): number | undefined {
  const digits = typed.trim();
  if (digits === "") return 0;
  return /^\d{1,5}$/.test(digits) ? Number(digits) : undefined;
}

const FUND_WORDS: Readonly<Record<string, FundStatus>> = {
  idee: "idea",
  gevraagd: "asked",
  aangevraagd: "asked",
  toegezegd: "promised",
  ontvangen: "received",
};

/** One fund a line: "Oranje Fonds 15.000 toegezegd". Undefined when a line cannot be read. */
function readFunds(typed: string, since: string): readonly Fund[] | undefined {
  const lines = typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, 20);
  const funds = lines.map((line): Fund | undefined => {
    const [, source = "", amount = "", word = ""] =
      /^(.{1,100}?)[\s:,]+((?:€\s*)?\d[\d.,]*(?:\s*(?:k|euro))?)[\s,]+(\p{L}+)$/iu.exec(line) ?? [];
    const cents = readAmount(amount);
    const status = FUND_WORDS[word.toLowerCase()];
    return cents === undefined || status === undefined ? undefined : { source, cents, status, since };
  });
  const read = funds.filter((fund) => fund !== undefined);
  return read.length === lines.length ? read : undefined;
}
