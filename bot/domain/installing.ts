import type { Change, Versioned } from "./commit.ts";
import { channelAround, type Conversation } from "./conversation.ts";
import { justAnswer, type Decision, type View } from "./decision.ts";
import type { Incoming } from "./incoming.ts";
import { channelCard } from "./linking.ts";
import { vakteamsIn } from "./vakteamChannel.ts";

/**
 * The bot was added. Teams tells that several times: it greets once, and again after it had been removed. A channel is
 * greeted with a card on which it can be made the channel of a vakteam.
 */
export function welcome(incoming: Incoming, view: View): Decision {
  const known = view.conversation?.row;
  // A place that was written down without anybody having been heard there has no address yet.
  const isNew = known?.serviceUrl === undefined || known.unreachable?.why === "uninstalled";
  if (!isNew) return nothing("known already");
  const channel = channelAround(incoming.conversation);
  if (!channel) return justAnswer(incoming, { about: "welcome" }, "the bot was added");
  const { say, change } = channelCard(view, channel.id, (view.conversation?.version ?? 0) + 1);
  return { changes: [change], say: [say], act: "welcome", capacity: "", why: "the bot was added to a team" };
}

/** The bot was removed from somewhere, or the place is gone: nothing is sent there, and no vakteam is reached there. */
export function leave(
  incoming: Incoming,
  view: View,
  { why, from }: { readonly why: "uninstalled" | "gone"; readonly from: string },
): Decision {
  const unreachable = { since: incoming.at, why } as const;
  const here = incoming.conversation;
  const places: readonly Versioned<Conversation>[] =
    view.ending.length === 0 && here.id === from ? [{ version: 0, row: here }] : view.ending;
  const marked = places
    .filter(({ row }) => row.unreachable?.why !== why)
    .map(({ version, row }): Change => ({
      collection: "conversation",
      id: row.id,
      expect: version,
      row: { ...row, unreachable },
    }));
  const unlinked = places
    .flatMap(({ row }) => vakteamsIn(view.vakteamChannels, row.id))
    .map((id): Change => ({
      collection: "vakteamChannel",
      id,
      expect: view.vakteamChannels.get(id)?.version ?? 0,
      row: null,
    }));
  return { changes: [...marked, ...unlinked], say: [], act: "leave", capacity: "", why: `the bot is ${why}` };
}

export function nothing(why: string): Decision {
  return { changes: [], say: [], act: "ignore", capacity: "", why };
}
