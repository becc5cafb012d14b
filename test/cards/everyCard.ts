import type { AccessRequest } from "../../bot/domain/accessRequest.ts";
import { answerTo, functioneelBeheer } from "../../bot/domain/answer.ts";
import { PLAIN_TEXTS } from "../../bot/domain/notice.ts";
import type { RoleName } from "../../bot/domain/official.ts";
import type { Proposal } from "../../bot/domain/proposal.ts";
import type { AnsweredFromStore, Question } from "../../bot/domain/question.ts";
import { REFUSALS } from "../../bot/domain/refusal.ts";
import type { Register } from "../../bot/domain/register.ts";
import type { Shown, ShownProposal } from "../../bot/domain/shown.ts";
import { NASTY } from "./nasty.ts";
import { everyDossier } from "./dossiers.ts";
import { everyPlan } from "./plans.ts";
import { smallRegister, type Changes } from "../smallRegister.ts";

const asked = {
  id: "q1",
  askedBy: "entra-sam",
  conversation: "c1",
  askedAt: "2026-04-14T07:00:00.000Z",
  topics: [
    { topic: "honden", score: 0.9 },
    { topic: "riool", score: 0.8 },
  ],
  certain: true,
  danger: false,
} as const;
const answered: AnsweredFromStore = {
  ...asked,
  status: "answeredFromStore",
  kern: "veen",
  day: "2026-04-14",
};

function question(
  name: string,
  row: Question,
  changes: Changes = {},
  register: Register = smallRegister(changes),
): Named {
  const waiting = row.status === "awaitingKern";
  const shown: Shown = {
    about: "question",
    question: row,
    answer: row.status === "answeredFromStore" ? answerTo(register, row) : undefined,
    options: waiting ? row.options.flatMap((id) => register.kernen.get(id) ?? []) : [],
    allKernen: waiting ? [...register.kernen.values()] : [],
    functioneelBeheer: functioneelBeheer(register, "2026-04-14"),
  };
  return { name, shown };
}

const open: Proposal = {
  id: "p1",
  status: "open",
  topic: "honden",
  kern: "veen",
  oldVakteams: ["bor"],
  newVakteam: "swa",
  proposedBy: "sam",
  proposedAt: "2026-04-14T07:00:00.000Z",
  remark: NASTY,
};
const decided = { decidedBy: "noor", decidedAt: "2026-04-14T08:00:00.000Z" } as const;

function proposal(name: string, row: Proposal, viewerIs: ShownProposal["viewerIs"], asked = true): Named {
  const register = smallRegister();
  const official = (id: string) => {
    const found = register.officials.get(id);
    if (!found) throw new Error(`the small register has no ${id}`);
    return found;
  };
  const topic = register.topics.get("honden");
  const newVakteam = register.vakteams.get("swa");
  if (!topic || !newVakteam) throw new Error("the small register lost its topic or team");
  const shown: Shown = {
    about: "proposal",
    proposal: row,
    topic,
    kern: register.kernen.get("veen"),
    before: [...register.vakteams.values()].slice(0, 1),
    newVakteam,
    proposer: official("sam"),
    decider: "decidedBy" in row ? official(row.decidedBy) : undefined,
    askedOf: asked ? [official("noor")] : [],
    viewerIs,
  };
  return { name, shown };
}

const ACCESS = { id: "access:e1", person: "e1-0000", name: NASTY, askedAt: "2026-04-14T07:00:00.000Z" };
const askedAccess = { ...ACCESS, status: "open", askedOf: ["fedor"] } as const;
const decidedAccess = { ...askedAccess, decidedBy: "fedor", decidedAt: "2026-04-14T08:00:00.000Z" } as const;

function everyAccess(register: Register): readonly Named[] {
  const fedor = register.officials.get("fedor");
  const several = Array.from({ length: 3 }, (_, at) => ({ id: `o${at}`, name: `Ambtenaar ${at}` }));
  const requests: readonly AccessRequest[] = [
    { id: "access:e1", person: "e1-0000", status: "offered" },
    askedAccess,
    { ...askedAccess, name: undefined },
    { ...decidedAccess, status: "linked", official: "sam" },
    { ...decidedAccess, status: "refused", reason: NASTY },
  ];
  const shown = requests.flatMap((request) =>
    (["asker", "beheer", "other"] as const).map((viewerIs) => ({
      about: "accessRequest" as const,
      request,
      viewerIs,
      mayAsk: request.status === "offered",
      official: request.status === "linked" ? register.officials.get("sam") : undefined,
      decider: "decidedBy" in request ? fedor : undefined,
      candidates: viewerIs === "beheer" ? several : [],
    })),
  );
  const open = shown.find(({ request, viewerIs }) => request === askedAccess && viewerIs === "beheer");
  if (!open) throw new Error("there is no open request");
  const many = Array.from({ length: 40 }, (_, at) => ({ id: `o${at}`, name: `Ambtenaar ${at}` }));
  return [
    ...shown.map((one) => ({ name: `access ${one.request.status}, to ${one.viewerIs}`, shown: one })),
    { name: "access, nobody to link to", shown: { ...open, candidates: [] } },
    { name: "access, one to link to", shown: { ...open, candidates: several.slice(0, 1) } },
    { name: "access, many to link to", shown: { ...open, candidates: many } },
    { name: "access granted", shown: { about: "accessDecided", official: fedor } },
    { name: "access refused", shown: { about: "accessDecided", reason: NASTY } },
  ];
}

/** The same, where some see more than others. */
function inGroup({ name, shown }: Named): Named {
  return { name, shown: { ...shown, refreshFor: ["29:noor", "29:sam"] } as Shown };
}

export interface Named {
  readonly name: string;
  readonly shown: Shown;
}

/** Everything that can be shown, in every state and for every viewer. A new state belongs here. */
export function everyShown(): readonly Named[] {
  const register = smallRegister();
  const topic = register.topics.get("honden");
  const wout = register.officials.get("wout");
  if (!topic || !wout) throw new Error("the small register lost its topic or Wout");
  const vakteams = [...register.vakteams.values()];
  const roles: readonly (readonly RoleName[])[] = [
    ["gebiedsregisseur"],
    ["kernwethouder"],
    ["teamleider"],
    [],
  ];
  const manyVakteams = Array.from({ length: 40 }, (_, at) => ({
    id: `team-${at}`,
    name: `Team ${at} ${NASTY}`,
    aliases: [],
  }));
  const nastyTeam = { id: "nasty", name: NASTY, aliases: [] };
  const nasty = { id: "honden", name: NASTY, description: NASTY };
  return [
    question("an owner", answered),
    question("an owner, everywhere", { ...answered, kern: undefined }),
    question("danger first", { ...answered, danger: true }),
    question("an uncertain owner", { ...answered, certain: false }),
    question("a named person away without deputy", answered, { absences: [{ official: "wout" }] }),
    question("nobody present", answered, {
      absences: ["wout", "esra", "wim"].map((official) => ({ official })),
    }),
    question("a rule nobody confirmed for long", answered, { rules: [{ confirmedOn: "2025-07-01" }] }),
    question("a rule in this kern", answered, { rules: [{ kern: "veen", confirmedOn: "2026-02-03" }, {}] }),
    question("a rule of a broader topic", answered, { rules: [{ topic: "dieren" }] }),
    question("a rule of a broader topic in this kern", answered, {
      rules: [{ topic: "dieren", kern: "veen" }],
    }),
    question("rules that contradict each other", answered, { rules: [{}, { vakteam: "swa" }] }),
    question("nobody owns it", answered, { rules: [] }),
    question("an expired rule only", answered, { rules: [{ to: "2026-01-01" }, { from: "2027-01-01" }] }),
    question("a regular channel", answered, { topics: [{ ...topic, channel: "meldpunt" }] }),
    question("somebody else's task", { ...answered, topics: [{ topic: "aow", score: 1 }] }),
    question("names full of markup", answered, { topics: [{ ...topic, ...nasty }] }),
    question("a topic that left the catalogue", { ...answered, topics: [{ topic: "weg", score: 1 }] }),
    question("which of one", { ...asked, status: "awaitingKern", options: ["veen"] }),
    question("which of two", { ...asked, status: "awaitingKern", options: ["veen", "hank"], danger: true }),
    question("which of all", { ...asked, status: "awaitingKern", options: [] }),
    question("not known", { ...asked, status: "notKnown", topics: [], danger: true }),
    question("overtaken", { ...asked, status: "dropped" }),
    {
      name: "the change form",
      shown: { about: "changeForm", topic, kern: register.kernen.get("veen"), vakteams },
    },
    { name: "the change form, everywhere", shown: { about: "changeForm", topic, vakteams } },
    {
      name: "the change form, with more teams than fit in a list",
      shown: { about: "changeForm", topic, vakteams: manyVakteams },
    },
    proposal("an open proposal, to decide", open, "decider"),
    inGroup(proposal("an open proposal in a channel", open, "informed")),
    inGroup(proposal("an open proposal in a channel, to decide", open, "decider")),
    proposal("an open proposal, own", open, "proposer"),
    proposal("an open proposal nobody can decide", open, "proposer", false),
    proposal("an open proposal, informed", open, "informed"),
    proposal("an accepted proposal, own", { ...open, ...decided, status: "accepted" }, "proposer"),
    proposal("an accepted proposal, informed", { ...open, ...decided, status: "accepted" }, "informed"),
    proposal("a refused proposal", { ...open, ...decided, status: "refused", reason: NASTY }, "proposer"),
    {
      name: "a deputy",
      shown: {
        about: "deputy",
        official: wout,
        standIns: [{ role: "aanspreekpunt", deputy: wout }, { role: "teamleider" }],
      },
    },
    {
      name: "who holds a role",
      shown: {
        about: "holders",
        roles: ["gebiedsregisseur"],
        scope: "Veen",
        holders: [
          {
            name: NASTY,
            role: "gebiedsregisseur",
            scopes: ["Veen", NASTY],
            awayUntil: "2026-04-20",
            deputy: wout,
          },
          { name: "Mieke", role: "gebiedsregisseur", scopes: [] },
        ],
      },
    },
    {
      name: "many hold a role",
      shown: {
        about: "holders",
        roles: ["vakambtenaar"],
        holders: Array.from({ length: 80 }, (_, at) => ({
          name: `Ambtenaar ${at}`,
          role: "vakambtenaar" as const,
          scopes: vakteams.flatMap(({ name }) => [name, name, name]),
        })),
      },
    },
    { name: "nobody holds a role", shown: { about: "holders", roles: ["kernbestuurder"], holders: [] } },
    { name: "a channel", shown: { about: "channel", vakteams: [] } },
    { name: "a channel of a vakteam", shown: { about: "channel", vakteams: [nastyTeam] } },
    { name: "a channel of several", shown: { about: "channel", vakteams } },
    { name: "the form to link a channel", shown: { about: "linkForm", vakteams: vakteams.slice(0, 1) } },
    { name: "the form to link any channel", shown: { about: "linkForm", vakteams: manyVakteams } },
    { name: "a channel that is linked", shown: { about: "channelLinked", vakteam: nastyTeam } },
    { name: "a channel that is linked no more", shown: { about: "channelUnlinked", vakteam: nastyTeam } },
    ...everyDossier(),
    ...everyPlan(),
    { name: "a slow answer", shown: { about: "slow", verb: "propose", input: {} } },
    {
      name: "help in a group",
      shown: { about: "help", viewer: { roles: [] }, together: true },
    },
    { name: "nothing undelivered", shown: { about: "undelivered", messages: 0, people: [] } },
    {
      name: "much undelivered",
      shown: {
        about: "undelivered",
        messages: 412,
        people: Array.from({ length: 40 }, (_, at) => ({
          name: at === 0 ? NASTY : `Ambtenaar ${at}`,
          since: "2026-04-14",
          why: (["blocked", "uninstalled", "gone"] as const)[at % 3] ?? "gone",
        })),
      },
    },
    { name: "no deputy", shown: { about: "deputy", official: wout, standIns: [] } },
    ...roles.flatMap((held) =>
      (["help", "welcome"] as const).map((about) => ({
        name: `${about} for ${held.join() || "everyone"}`,
        shown: { about, viewer: { roles: held } },
      })),
    ),
    ...everyAccess(register),
    ...PLAIN_TEXTS.map((text) => ({ name: `says ${text}`, shown: { about: "text", text } as const })),
    ...REFUSALS.map((why) => ({ name: `refuses: ${why}`, shown: { about: "refusal", why } as const })),
  ];
}
