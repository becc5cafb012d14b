import type { ActivityParts } from "./activity.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Act } from "../domain/incoming.ts";

/** What Teams itself tells of a place: nobody in particular does it. */
export type PlaceEvent = Extract<Act, { kind: "installed" | "upgraded" | "removed" }>;

/** What became of the bot in a place, or of the place itself; undefined for everything that changes nothing for us. */
export function placeEventOf(activity: ActivityParts, here: Conversation): PlaceEvent | undefined {
  // In a team the bot is installed for all its channels; elsewhere for one conversation.
  const from = here.kind === "channel" ? (here.team ?? here.id) : here.id;
  switch (activity.type) {
    case "installationUpdate":
      return installation(activity, from);
    case "conversationUpdate":
      return placeChange(activity) ?? membership(activity, from);
    default:
      return undefined;
  }
}

/** An upgrade removes the old version too, as "remove-upgrade": the bot stays, so that is nothing. */
function installation({ action }: ActivityParts, from: string): PlaceEvent | undefined {
  if (action === "add") return { kind: "installed" };
  if (action === "add-upgrade") return { kind: "upgraded" };
  return action === "remove" ? { kind: "removed", why: "uninstalled", from } : undefined;
}

/** A channel or team that does not exist any more. Names are not kept, so a new name is nothing. */
function placeChange({ channelData }: ActivityParts): PlaceEvent | undefined {
  const gone = { channelDeleted: "channel", teamDeleted: "team", teamHardDeleted: "team" } as const;
  const place = Object.entries(gone).find(([event]) => event === channelData?.eventType)?.[1];
  const from = place && channelData?.[place]?.id;
  return from === undefined ? undefined : { kind: "removed", why: "gone", from };
}

function membership(activity: ActivityParts, from: string): PlaceEvent | undefined {
  const { membersAdded, membersRemoved, recipient } = activity;
  const hasBot = (members: ActivityParts["membersAdded"]) =>
    recipient?.id !== undefined && members.some((member) => member?.id === recipient.id);
  if (hasBot(membersAdded)) return { kind: "installed" };
  return hasBot(membersRemoved) ? { kind: "removed", why: "uninstalled", from } : undefined;
}
