import { cardOf } from "./asking.ts";
import { addDays, dayOf, instantAt, placeIn, type Day } from "./calendar.ts";
import type { Change, Versioned } from "./commit.ts";
import { justAnswer, refuse, type Decision, type Pressing, type Saying, type View } from "./decision.ts";
import { rolesOf } from "./contact.ts";
import type { TimeView } from "./decideTime.ts";
import type { OfficialId } from "./official.ts";
import type { OwnershipRule } from "./ownership.ts";
import type { Proposal, ProposalId } from "./proposal.ts";
import { capacityFor, decidersFor, leadersOf, teamsNow, usualCapacity } from "./proposalAuthority.ts";
import type { Question } from "./question.ts";
import { sensitiveIn } from "./sensitive.ts";
import { setTimer } from "./timer.ts";
import { newToken } from "./token.ts";
import type { Register } from "./register.ts";
import { channelOf } from "./vakteamChannel.ts";

/** Longest remark or reason that is kept, in characters. */
export const LONGEST_REMARK = 500;

/**
 * "Klopt niet": proposes another owner. The new owner decides; the teamleiders of the teams that own it now are
 * told. Only officials in the register may propose.
 */
export function propose(incoming: Pressing, view: View, question: Question): Decision {
  const { act } = incoming;
  if (!view.official) return refuse(incoming, "notInRegister");
  if (question.status !== "answeredFromStore") return refuse(incoming, "outdated");
  const topic = question.topics[0]?.topic;
  const vakteam = view.register.vakteams.get(act.input.vakteam ?? "");
  if (topic === undefined || !vakteam) return refuse(incoming, "badInput");
  const remark = (act.input.remark ?? "").trim().slice(0, LONGEST_REMARK);
  if (sensitiveIn(remark).length > 0) return refuse(incoming, "sensitive");

  const day = dayOf(incoming.at);
  const kern = act.input.scope === "kern" ? question.kern : undefined;
  const proposal: Proposal = {
    id: view.newId(),
    status: "open",
    topic,
    kern,
    oldVakteams: teamsNow(view.register, topic, kern ?? question.kern, day),
    newVakteam: vakteam.id,
    proposedBy: view.official.id,
    proposedAt: incoming.at,
    remark,
    channel: channelOf(view.vakteamChannels, vakteam.id),
  };
  const subject = { kind: "proposal", id: proposal.id } as const;
  const deciders = decidersFor(view.register, vakteam.id, view.official.id, day);
  const informed = leadersOf(view.register, proposal.oldVakteams, day).filter((id) => !deciders.includes(id));
  const addressees = deciders.flatMap((id) => view.register.officials.get(id)?.entraId ?? []);
  const { token, change } = newToken(view, subject, 1, addressees);
  const inChannel = newToken(view, subject, 1);
  return {
    changes: [
      { collection: "proposal", id: proposal.id, expect: 0, row: proposal },
      change,
      ...(proposal.channel === undefined ? [] : [inChannel.change]),
      setTimer(subject, "undecided", instantAt(addDays(day, 7), "09:30")),
    ],
    say: [
      ...deciders
        .flatMap((id) => toOfficial(view.register, id, proposal.id))
        .map((say) => ({ ...say, token })),
      ...informed.flatMap((id) => toOfficial(view.register, id, proposal.id)),
      ...toChannel(proposal).map((say) => ({ ...say, token: inChannel.token })),
      ...inPlaceOf(incoming, question, proposal.id),
    ],
    answer: { notice: { about: "proposal", proposal: proposal.id } },
    act: "proposeChange",
    capacity: usualCapacity(view.register, view.official.id, day),
    why: proposal.remark,
  };
}

/** Accepts or refuses a proposal, judged on the roles of this very moment. */
export function decideProposal(incoming: Pressing, view: View, current: Versioned<Proposal>): Decision {
  const { act, at } = incoming;
  const { row: proposal } = current;
  const day = dayOf(at);
  const answer = { notice: { about: "proposal", proposal: proposal.id } } as const;
  if (proposal.status !== "open") return justAnswer(incoming, answer.notice, "decided before");
  const capacity = view.official && capacityFor(view.register, view.official.id, proposal, day);
  if (!view.official || !capacity) return refuse(incoming, "notForYou");
  const reason = (act.input.reason ?? "").trim().slice(0, LONGEST_REMARK);
  const accepted = act.verb === "accept";
  if (!accepted && reason === "") return refuse(incoming, "reasonMissing");
  if (sensitiveIn(reason).length > 0) return refuse(incoming, "sensitive");

  const decided: Proposal = {
    ...proposal,
    status: accepted ? "accepted" : "refused",
    decidedBy: view.official.id,
    decidedAt: at,
    reason: reason === "" ? undefined : reason,
  };
  const involved = new Set([
    proposal.proposedBy,
    // Also who decides now: their other devices still show the buttons.
    ...decidersFor(view.register, proposal.newVakteam, proposal.proposedBy, day),
    ...leadersOf(view.register, proposal.oldVakteams, day),
  ]);
  return {
    changes: [
      { collection: "proposal", id: proposal.id, expect: current.version, row: decided },
      ...(accepted ? newOwner(view, proposal, day) : []),
    ],
    say: [
      ...[...involved].flatMap((id) => toOfficial(view.register, id, proposal.id)),
      ...toChannel(decided),
    ],
    answer,
    act: accepted ? "acceptProposal" : "refuseProposal",
    capacity,
    why: reason === "" ? proposal.remark : reason,
  };
}

/** A week without an answer: functioneel beheer sees it too. Decided meanwhile: nothing happens. */
export function remindOfProposal({ register, at }: TimeView, proposal: Proposal | undefined): Decision {
  const told =
    proposal?.status === "open"
      ? rolesOf(register, { role: "functioneel beheer" }, dayOf(at)).map(({ official }) => official)
      : [];
  return {
    changes: [],
    say: [...new Set(told)].flatMap((id) => toOfficial(register, id, proposal?.id ?? "")),
    act: "remind",
    capacity: "",
    why: told.length > 0 ? "a proposal waits for a week" : "the proposal was decided in time",
  };
}

/** Ends the rules of exactly this scope the day before and starts the new one. Older rules stay as history. */
function newOwner(view: View, proposal: Proposal, day: Day): readonly Change[] {
  const id = view.newId();
  const rule: OwnershipRule = {
    id,
    topic: proposal.topic,
    kern: proposal.kern,
    vakteam: proposal.newVakteam,
    from: day,
    confirmedOn: day,
    confirmedBy: view.official?.id,
    source: `proposal ${proposal.id}`,
  };
  const ended = view.rules
    .filter(({ row }) => row.topic === proposal.topic && row.kern === proposal.kern)
    .filter(({ row }) => placeIn(row, day) === "within")
    .map(({ row, version }): Change => {
      // A rule that began today never held for a whole day; only the journal keeps it.
      const past = row.from === day ? null : { ...row, to: addDays(day, -1) };
      return { collection: "ownership", id: row.id, expect: version, row: past };
    });
  return [...ended, { collection: "ownership", id, expect: 0, row: rule }];
}

/** A message to one official's own chat; none for somebody who is not linked to Entra yet. */
function toOfficial(register: Register, official: OfficialId, proposal: ProposalId): readonly Saying[] {
  const entraId = register.officials.get(official)?.entraId;
  if (entraId === undefined) return [];
  return [
    { to: { entraId }, notice: { about: "proposal", proposal }, card: `proposal:${proposal}:${entraId}` },
  ];
}

/** The card in the channel of the new vakteam: everybody there reads it, who may decide gets buttons on it. */
function toChannel({ id, channel }: Proposal): readonly Saying[] {
  if (channel === undefined) return [];
  const notice = { about: "proposal", proposal: id } as const;
  return [{ to: { conversation: channel }, notice, card: `proposal:${id}:channel` }];
}

/** In somebody's own chat the proposal takes the place of the answer it is about, on all their devices. */
function inPlaceOf({ conversation }: Pressing, question: Question, proposal: ProposalId): readonly Saying[] {
  if (conversation.kind !== "personal" || conversation.id !== question.conversation) return [];
  return [
    {
      to: { conversation: conversation.id },
      notice: { about: "proposal", proposal },
      card: cardOf(question),
    },
  ];
}
