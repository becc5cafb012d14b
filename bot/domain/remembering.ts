import type { Change } from "./commit.ts";
import type { View } from "./decision.ts";
import type { Incoming } from "./incoming.ts";

/**
 * Keeps where people talk, with the connector's latest address, and what an official is called at Teams; writes only
 * what changed. Who is heard from can be reached.
 */
export function remember(incoming: Incoming, view: View): readonly Change[] {
  return [...rememberConversation(incoming, view), ...reachAgain(view), ...rememberAccount(incoming, view)];
}

function rememberConversation(incoming: Incoming, { conversation: known }: View): readonly Change[] {
  // Not every activity from a channel names its team.
  const seen = { ...incoming.conversation, team: incoming.conversation.team ?? known?.row.team };
  const same =
    known?.row.unreachable === undefined &&
    (["connectorId", "serviceUrl", "botId", "tenantId", "channel", "team"] as const).every(
      (field) => known?.row[field] === seen[field],
    );
  if (same) return [];
  return [{ collection: "conversation", id: seen.id, expect: known?.version ?? 0, row: seen }];
}

/** Heard in a thread, the channel around it can be reached too. */
function reachAgain({ channel }: View): readonly Change[] {
  if (channel?.row.unreachable === undefined) return [];
  const { unreachable: _over, ...row } = channel.row;
  return [{ collection: "conversation", id: row.id, expect: channel.version, row }];
}

/** Of officials for cards of their own in a group; of others whether they are a guest, which Teams is asked once. */
function rememberAccount(incoming: Incoming, view: View): readonly Change[] {
  const { official, account } = view;
  const { entraId: id, teamsId } = incoming.person;
  if (!official) return rememberGuest(incoming, view);
  if (teamsId === undefined || account?.row.teamsId === teamsId) return [];
  return [
    { collection: "account", id, expect: account?.version ?? 0, row: { ...account?.row, id, teamsId } },
  ];
}

export function rememberGuest({ person }: Incoming, { account, guest }: View): readonly Change[] {
  const { entraId: id, teamsId } = person;
  if (guest === undefined || teamsId === undefined) return [];
  if (account?.row.teamsId === teamsId && account.row.guest === guest) return [];
  return [{ collection: "account", id, expect: account?.version ?? 0, row: { id, teamsId, guest } }];
}
