import type { Instant } from "./calendar.ts";
import type { Versioned } from "./commit.ts";
import type { ConversationId } from "./conversation.ts";
import type { OfficialId } from "./official.ts";
import type { VakteamId } from "./vakteam.ts";

/** The channel at Teams in which a vakteam works. A vakteam has one; a channel may be that of several vakteams. */
export interface VakteamChannel {
  /** The vakteam. */
  readonly id: VakteamId;
  readonly conversation: ConversationId;
  readonly by: OfficialId;
  readonly at: Instant;
}

/** The channels of all vakteams that have one, with the versions a change must name. */
export type VakteamChannels = ReadonlyMap<VakteamId, Versioned<VakteamChannel>>;

/** Where to reach a vakteam as a whole; undefined when nobody linked a channel. */
export function channelOf(channels: VakteamChannels, vakteam: VakteamId): ConversationId | undefined {
  return channels.get(vakteam)?.row.conversation;
}

/** The vakteams whose channel this is. */
export function vakteamsIn(channels: VakteamChannels, conversation: ConversationId): readonly VakteamId[] {
  return [...channels.values()].flatMap(({ row }) => (row.conversation === conversation ? [row.id] : []));
}
