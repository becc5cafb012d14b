import type { ActivityParts } from "./activity.ts";
import { personalConversation, type Conversation } from "../domain/conversation.ts";
import type { Person } from "../domain/incoming.ts";

/** Where an activity happened; undefined when nobody could be answered there. */
export function conversationOf(activity: ActivityParts): Conversation | undefined {
  const { conversation, serviceUrl, recipient, from, channelData } = activity;
  if (conversation?.id === undefined || serviceUrl === undefined) return undefined;
  const place = {
    connectorId: conversation.id,
    serviceUrl,
    tenantId: tenantOf(activity),
    botId: recipient?.id,
  };
  switch (conversation.conversationType) {
    case "channel": {
      const [channel] = conversation.id.split(";messageid=");
      return {
        ...place,
        id: conversation.id,
        kind: "channel",
        channel: channel === conversation.id ? undefined : channel,
        team: channelData?.team?.id,
      };
    }
    case "groupChat":
      return { ...place, id: conversation.id, kind: "group" };
    default: {
      const entraId = from?.aadObjectId ?? from?.id;
      return entraId === undefined
        ? undefined
        : { ...place, id: personalConversation(entraId), kind: "personal", entraId };
    }
  }
}

/** The signed activity says who it is. In the practice room a client without Entra counts by its own id. */
export function personOf(activity: ActivityParts, isPractice: boolean): Person | undefined {
  const { from } = activity;
  const entraId = from?.aadObjectId ?? (isPractice ? from?.id : undefined);
  if (entraId === undefined) return undefined;
  const name = from?.name?.trim().slice(0, LONGEST_NAME);
  return { tenantId: tenantOf(activity), entraId, teamsId: from?.id, name: name === "" ? undefined : name };
}

/** In characters. */
const LONGEST_NAME = 100;

export function tenantOf(activity: ActivityParts): string {
  return activity.conversation?.tenantId ?? activity.channelData?.tenant?.id ?? "";
}
