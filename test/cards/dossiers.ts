import type { Dossier, Status } from "../../bot/domain/dossier/dossier.ts";
import { STATUSES } from "../../bot/domain/dossier/dossier.ts";
import { LINE_KINDS } from "../../bot/domain/dossier/digest.ts";
import type { Handoff } from "../../bot/domain/dossier/handoff.ts";
import { MOVES, type Act } from "../../bot/domain/dossier/moves.ts";
import { partiesOf } from "../../bot/domain/dossier/parties.ts";
import type { ShownDossier, ShownHandover } from "../../bot/domain/dossier/shownDossier.ts";
import { stepsFor } from "../../bot/domain/dossier/steps.ts";
import type { Shown } from "../../bot/domain/shown.ts";
import { smallRegister } from "../smallRegister.ts";
import type { Named } from "./everyCard.ts";
import { NASTY } from "./nasty.ts";

const AT = "2026-04-14T08:12:00.000Z";
const names = {
  people: { mieke: "Mieke", esra: "Esra", wout: "Wout", noor: NASTY },
  kernen: { veen: "Veen", hank: "Hank" },
  vakteams: { bor: "Beheer", swa: NASTY },
  topic: "Honden",
};
const handoff: Handoff = {
  from: "mieke",
  capacity: "gebiedsregisseur",
  at: AT,
  vakteam: "bor",
  state: "delivered",
  deliverAt: AT,
  deliveredAt: AT,
  before: "triage",
  named: "wout",
  candidates: [
    { official: "wout", verdict: "named", load: 1 },
    { official: "esra", verdict: "away", load: 2 },
  ],
};
const promised = { text: NASTY, by: "2026-04-24" };
const step = { at: AT, who: "mieke", capacity: "gebiedsregisseur", why: NASTY } as const;

/** A dossier in a status, as it could have come there. */
function dossierIn(status: Status, more: Partial<Dossier> = {}): Dossier {
  return {
    id: "d1",
    number: "D-2026-0137",
    sort: "dossier",
    title: NASTY,
    topic: "honden",
    shares: [{ kern: "veen", contact: "mieke", promised, since: AT }],
    status,
    owner: { official: "esra", capacity: "aanspreekpunt", vakteam: "bor" },
    weight: "middle",
    asked: "answer",
    done: NASTY,
    driehoek: NASTY,
    due: "2026-04-24",
    reference: NASTY,
    registeredBy: "mieke",
    registeredAt: AT,
    handoff,
    hops: 0,
    waits: { until: "2026-05-01", what: NASTY },
    consults: [{ of: "mieke", by: "esra", question: NASTY, at: AT, back: "inProgress" }],
    contributions: [
      { id: "c1", vakteam: "swa", asked: NASTY, askedBy: "esra", askedAt: AT },
      {
        id: "c2",
        vakteam: "swa",
        asked: "plek",
        askedBy: "esra",
        askedAt: AT,
        answer: { by: "noor", at: AT, text: NASTY },
      },
    ],
    answer: { text: NASTY, by: "esra", at: AT },
    refusedBy: [],
    places: [],
    history: [
      { ...step, act: "register", status: "registered" },
      { ...step, act: "take", status },
    ],
    ...more,
  };
}

function shown(
  dossier: Dossier,
  viewer: string | undefined,
  about: ShownDossier["about"] = "dossier",
): ShownDossier {
  const steps =
    viewer === undefined ? [] : stepsFor(dossier, partiesOf(smallRegister(), viewer, dossier, "2026-04-14"));
  const load = {
    vakteam: NASTY,
    units: 8.5,
    limit: 8,
    waiting: 2,
    waitingUntil: ["2026-05-11", "2026-05-18"],
    expectedOn: "2026-05-11",
    oldest: "2026-01-12",
  };
  return { about, dossier, names, sight: "all", steps, viewer, today: "2026-04-14", load };
}

const handover: ShownHandover = {
  about: "handover",
  editing: false,
  dossier: dossierIn("registered", {
    handoff: undefined,
    draft: { by: "e", conversation: "c", vakteam: "bor", urgent: true },
  }),
  names,
  vakteams: [
    { id: "bor", name: "Beheer" },
    { id: "swa", name: NASTY },
  ],
  kernen: [{ id: "veen", name: "Veen" }],
  load: { vakteam: "Beheer", units: 8, limit: 8, waiting: 1, waitingUntil: [], expectedOn: "2026-05-11" },
  bundle: [{ id: "d2", number: "D-2026-0131", kernen: ["Hank", NASTY] }],
  channel: { name: NASTY, how: NASTY },
  portefeuillehouder: NASTY,
  earlier: [{ text: NASTY, number: "D-2025-0900", on: "2025-11-03", by: NASTY }],
};
const empty = { title: NASTY, driehoek: "", done: "" };
const withDraft = (more: Partial<Dossier>): ShownHandover => ({
  ...handover,
  dossier: { ...handover.dossier, ...more },
});

/** Everything that can be shown of dossiers. */
export function everyDossier(): readonly Named[] {
  const list = { lines: [{ dossier: dossierIn("inProgress"), names }], more: 3 };
  const forms = (Object.keys(MOVES) as Act[]).filter((act) => act !== "bundle");
  return [
    ...STATUSES.flatMap((status) =>
      ["mieke", "esra", "wout", "wim", undefined].map((viewer) => ({
        name: `a dossier ${status} for ${viewer ?? "everybody"}`,
        shown: shown(dossierIn(status), viewer),
      })),
    ),
    { name: "a dossier of several kernen", shown: shown(severalKernen(), "mieke") },
    {
      name: "an offer that waits",
      shown: shown(dossierIn("offered", { handoff: { ...handoff, state: "queued" } }), "mieke"),
    },
    {
      name: "an offer on the waiting list",
      shown: shown(
        dossierIn("offered", { handoff: { ...handoff, state: "queued", expectedOn: "2026-05-11" } }),
        "mieke",
      ),
    },
    { name: "an offer that came back", shown: shown(returned(), "mieke") },
    { name: "an outline", shown: { ...shown(dossierIn("inProgress"), "lies"), sight: "outline" } },
    {
      name: "a dossier that may not be seen",
      shown: { ...shown(dossierIn("inProgress"), "lies"), sight: "nothing" },
    },
    ...(["dossierMore", "dossierWhy", "dossierTimeline"] as const).map((about) => ({
      name: about,
      shown: shown(dossierIn("inProgress"), "esra", about),
    })),
    ...forms.map((act): Named => ({
      name: `the form of ${act}`,
      shown: {
        about: "dossierForm",
        dossier: severalKernen(),
        names,
        step: act,
        vakteams: handover.vakteams,
        colleagues: [{ id: "wout", name: NASTY }],
        contributions: [],
      },
    })),
    { name: "a handover", shown: handover },
    {
      name: "a handover to a team with room",
      shown: { ...handover, load: undefined, bundle: [], channel: undefined },
    },
    {
      name: "a handover without a team",
      shown: withDraft({ draft: { by: "e", conversation: "c", urgent: false } }),
    },
    { name: "the fields of a handover", shown: { ...handover, editing: true } },
    {
      name: "the fields of an offer without a draft",
      shown: { ...withDraft({ draft: undefined }), editing: true },
    },
    { name: "a handover to a regisseur", shown: { ...handover, regisseur: NASTY } },
    {
      name: "a handover without a kern",
      shown: withDraft({ ...empty, shares: [{ contact: "mieke", since: AT }] }),
    },
    {
      name: "a handover with a promise without a day",
      shown: withDraft({
        ...empty,
        shares: [{ kern: "veen", contact: "mieke", since: AT, promised: { text: NASTY } }],
      }),
    },
    { name: "a handover without what the village does", shown: withDraft(empty) },
    ...(["mine", "kern", "promised", "vakteam", "which"] as const).flatMap((of): Named[] => [
      { name: `a list: ${of}`, shown: { about: "dossierList", of, scope: NASTY, ...list } },
      { name: `an empty list: ${of}`, shown: { about: "dossierList", of, lines: [], more: 0 } },
    ]),
    {
      name: "a bundle of the day",
      shown: {
        about: "digest",
        lines: LINE_KINDS.map((kind) => ({
          dossier: dossierIn("inProgress"),
          names,
          line: { kind, dossier: "d1", text: NASTY },
        })),
      },
    },
    ...(["forwardForm", "callBackForm"] as const).map((about): Named => ({
      name: about,
      shown: formShown(about),
    })),
  ];
}

function formShown(about: "forwardForm" | "callBackForm"): Shown {
  const topic = smallRegister().topics.get("honden");
  if (!topic) throw new Error("the small register lost its topic");
  return { about, topic: { ...topic, name: NASTY } };
}

function severalKernen(): Dossier {
  const hank = { kern: "hank", contact: "mieke", since: AT } as const;
  return dossierIn("answered", { shares: [...dossierIn("answered").shares, hank] });
}

function returned(): Dossier {
  const reason = { kind: "noCapacity", text: NASTY, from: "2026-05-04" } as const;
  return dossierIn("triage", { handoff: { ...handoff, state: "returned", reason } });
}
