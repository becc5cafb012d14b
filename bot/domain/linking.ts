import { dayOf, type Day } from "./calendar.ts";
import type { Change } from "./commit.ts";
import { channelAround, type ConversationId } from "./conversation.ts";
import {
  justAnswer,
  refuse,
  type Decision,
  type Pressed,
  type Pressing,
  type Saying,
  type View,
} from "./decision.ts";
import type { CardId } from "./delivery.ts";
import type { Incoming } from "./incoming.ts";
import type { OfficialId } from "./official.ts";
import { capacityToDecide } from "./proposalAuthority.ts";
import type { Register } from "./register.ts";
import { newToken } from "./token.ts";
import type { Vakteam, VakteamId } from "./vakteam.ts";
import { channelOf } from "./vakteamChannel.ts";

type PressedChannel = Pressed & { readonly kind: "conversation" };

/** The vakteams somebody may speak for, and so may give a channel. */
export function vakteamsToLink(register: Register, official: OfficialId, day: Day): readonly Vakteam[] {
  return [...register.vakteams.values()].filter(({ id }) => capacityToDecide(register, official, id, day));
}

/** "Dit is het kanaal van Verkeer", typed in that channel. */
export function linkTyped(incoming: Incoming, view: View, named: readonly VakteamId[]): Decision {
  const channel = channelAround(incoming.conversation);
  if (!channel) return justAnswer(incoming, { about: "text", text: "onlyInChannel" }, "no channel");
  const vakteam = named.length === 1 ? view.register.vakteams.get(named[0] ?? "") : undefined;
  if (!vakteam) return justAnswer(incoming, { about: "text", text: "whichVakteam" }, "no vakteam named");
  const linked = link(incoming, view, vakteam, channel.id);
  if (!linked) return refuse(incoming, view.official ? "notYourTeam" : "notInRegister");
  const said = { to: "here", notice: { about: "channelLinked", vakteam: vakteam.id } } as const;
  // A post in a channel is a thread of its own, so the channel itself may not have been heard of yet.
  const isKnown = channel.id === incoming.conversation.id || view.channel !== undefined;
  const heardOf: readonly Change[] = isKnown
    ? []
    : [{ collection: "conversation", id: channel.id, expect: 0, row: channel }];
  return { ...linked, changes: [...linked.changes, ...heardOf], say: [said, ...linked.say] };
}

/** A press on the card a channel is greeted with. */
export function pressOnChannel(incoming: Pressing, view: View, { current, token }: PressedChannel): Decision {
  const { act } = incoming;
  const channel = current.row;
  const looked = { changes: [], say: [], act: "look", capacity: "" } as const;
  if (act.verb === "back") {
    const notice = { about: "channel", conversation: channel.id } as const;
    return { ...looked, answer: { notice, token: token.id }, why: "left the form" };
  }
  if (!view.official) return refuse(incoming, "notInRegister");
  if (act.verb === "linkForm") {
    const own = vakteamsToLink(view.register, view.official.id, dayOf(incoming.at));
    if (own.length === 0) return refuse(incoming, "notYourTeam");
    const notice = { about: "linkForm", conversation: channel.id } as const;
    return { ...looked, answer: { notice, token: token.id }, why: "opened the form" };
  }
  const vakteam = view.register.vakteams.get(act.input.vakteam ?? "");
  if (!vakteam) return refuse(incoming, "badInput");
  const linked = link(incoming, view, vakteam, channel.id);
  if (!linked) return refuse(incoming, "notYourTeam");
  const { say, change } = channelCard(view, channel.id, token.version);
  return {
    ...linked,
    changes: [...linked.changes, change],
    say: [say, ...linked.say],
    answer: { notice: say.notice, token: say.token },
  };
}

/** The card a channel is greeted with, and what it becomes when it is linked; `version` tells one greeting from the next. */
export function channelCard(
  view: View,
  conversation: ConversationId,
  version: number,
): { readonly say: Saying; readonly change: Change } {
  const { token, change } = newToken(view, { kind: "conversation", id: conversation }, version);
  const card: CardId = `channel:${conversation}:${version}`;
  return { say: { to: { conversation }, notice: { about: "channel", conversation }, token, card }, change };
}

/** Makes a channel that of a vakteam; an earlier channel hears that it no longer is. Undefined for who may not. */
function link(
  incoming: Incoming,
  view: View,
  vakteam: Vakteam,
  channel: ConversationId,
): Decision | undefined {
  const { official, vakteamChannels } = view;
  const capacity = official && capacityToDecide(view.register, official.id, vakteam.id, dayOf(incoming.at));
  if (!official || !capacity) return undefined;
  const before = channelOf(vakteamChannels, vakteam.id);
  const decided = { act: "linkChannel", capacity, why: `the channel of ${vakteam.id}` };
  if (before === channel) return { ...decided, changes: [], say: [] };
  const row = { id: vakteam.id, conversation: channel, by: official.id, at: incoming.at };
  const expect = vakteamChannels.get(vakteam.id)?.version ?? 0;
  return {
    ...decided,
    changes: [{ collection: "vakteamChannel", id: vakteam.id, expect, row }],
    say:
      before === undefined
        ? []
        : [{ to: { conversation: before }, notice: { about: "channelUnlinked", vakteam: vakteam.id } }],
  };
}
