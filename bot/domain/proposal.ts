import type { Instant } from "./calendar.ts";
import type { ConversationId } from "./conversation.ts";
import type { KernId } from "./kern.ts";
import type { OfficialId } from "./official.ts";
import type { TopicId } from "./topic.ts";
import type { VakteamId } from "./vakteam.ts";

export type ProposalId = string;

interface Proposed {
  readonly id: ProposalId;
  readonly topic: TopicId;
  readonly kern?: KernId | undefined;
  /** Teams that owned the topic when it was proposed; empty when nobody did. */
  readonly oldVakteams: readonly VakteamId[];
  readonly newVakteam: VakteamId;
  readonly proposedBy: OfficialId;
  readonly proposedAt: Instant;
  /** What the proposer wrote with it, as typed. */
  readonly remark: string;
  /** The channel of the new vakteam in which it is shown too, when there was one. */
  readonly channel?: ConversationId | undefined;
}

/**
 * A change to who owns what, on its way.
 *
 *   open ──accept (new owner)──▶ accepted     the old rule ends yesterday, the new one starts today
 *     └────refuse (new owner)──▶ refused      nothing changes
 */
export type Proposal =
  | (Proposed & { readonly status: "open" })
  | (Proposed & {
      readonly status: "accepted" | "refused";
      readonly decidedBy: OfficialId;
      readonly decidedAt: Instant;
      readonly reason?: string | undefined;
    });
