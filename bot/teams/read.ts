import { partsOf, type ActivityParts } from "./activity.ts";
import { readPress } from "../../cards/actions.ts";
import type { Instant } from "../domain/calendar.ts";
import { personalConversation, type Conversation } from "../domain/conversation.ts";
import { LONGEST_MESSAGE, type Act, type Incoming, type Person } from "../domain/incoming.ts";

/** What is known of the surroundings when an activity is read. */
export interface ReadContext {
  readonly now: Instant;
  readonly correlation: string;
  /** The only tenant that is served; absent in the practice room, where every client on this machine is. */
  readonly tenantId?: string | undefined;
}

export type Read =
  | { readonly kind: "incoming"; readonly incoming: Incoming }
  /** One of our buttons, or something that claims to be, that cannot be read. */
  | { readonly kind: "unreadablePress" }
  /** Nothing for us: a reaction, a member who joined, another tenant, an unknown kind. */
  | { readonly kind: "ignored"; readonly why: string };

/** Activity → what somebody did. Everything in an activity is unknown until here. */
export function readActivity(posted: object, context: ReadContext): Read {
  const activity = partsOf(posted);
  const conversation = conversationOf(activity);
  const person = personOf(activity, context);
  if (!conversation || !person) return ignored("no conversation or no person");
  if (context.tenantId !== undefined && person.tenantId !== context.tenantId)
    return ignored("another tenant");
  const act = actOf(activity);
  if (act === "unreadable") return { kind: "unreadablePress" };
  if (act === undefined) return ignored(`nothing to do for ${activity.type ?? "an activity without a type"}`);
  const { now: at, correlation } = context;
  const key = keyOf(act, activity, conversation, person, correlation);
  return { kind: "incoming", incoming: { key, correlation, at, person, conversation, act } };
}

function actOf(activity: ActivityParts): Act | "unreadable" | undefined {
  const { value } = activity;
  switch (activity.type) {
    case "message": {
      const text = activity.text ?? "";
      // Clients without Universal Actions send a press as a message with a value and no text.
      if (text === "" && value) return press(value.verb, value);
      return { kind: "message", text: withoutMention(text, activity).slice(0, LONGEST_MESSAGE) };
    }
    case "invoke":
      return activity.name === "adaptiveCard/action"
        ? press(value?.action?.verb, value?.action?.data)
        : undefined;
    case "installationUpdate":
      return activity.action?.startsWith("add") ? { kind: "installed" } : undefined;
    case "conversationUpdate":
      return activity.membersAdded.some((member) => member.id === activity.recipient?.id)
        ? { kind: "installed" }
        : undefined;
    default:
      return undefined;
  }
}

function press(verb: unknown, data: unknown): Act | "unreadable" {
  const read = readPress(verb, data);
  return read ? { kind: "press", ...read } : "unreadable";
}

/**
 * Teams may deliver a press again under a new activity id, so a press is known by token, person and verb;
 * a message by its conversation and activity id.
 */
function keyOf(
  act: Act,
  activity: ActivityParts,
  conversation: Conversation,
  person: Person,
  spare: string,
): string {
  if (act.kind === "press") return `press ${act.token} ${person.entraId} ${act.verb}`;
  return `${act.kind} ${conversation.id} ${activity.id ?? spare}`;
}

function conversationOf(activity: ActivityParts): Conversation | undefined {
  const { conversation, serviceUrl, recipient, from } = activity;
  if (conversation?.id === undefined || serviceUrl === undefined) return undefined;
  const kind =
    conversation.conversationType === "channel"
      ? "channel"
      : conversation.conversationType === "groupChat"
        ? "group"
        : "personal";
  const entraId = from?.aadObjectId ?? from?.id;
  if (kind === "personal" && entraId === undefined) return undefined;
  return {
    id: kind === "personal" ? personalConversation(entraId ?? "") : conversation.id,
    kind,
    connectorId: conversation.id,
    serviceUrl,
    tenantId: tenantOf(activity),
    botId: recipient?.id,
    entraId: kind === "personal" ? entraId : undefined,
  };
}

/** The signed activity says who it is. In the practice room a client without Entra counts by its own id. */
function personOf(activity: ActivityParts, context: ReadContext): Person | undefined {
  const entraId =
    activity.from?.aadObjectId ?? (context.tenantId === undefined ? activity.from?.id : undefined);
  return typeof entraId === "string" && entraId !== ""
    ? { tenantId: tenantOf(activity), entraId }
    : undefined;
}

function tenantOf(activity: ActivityParts): string {
  return activity.conversation?.tenantId ?? activity.channelData?.tenant?.id ?? "";
}

/** Takes the mention of the bot out of the text, as Teams marks it and as people type it. */
function withoutMention(text: string, { entities, recipient }: ActivityParts): string {
  const own = entities.filter(({ type, mentioned }) => type === "mention" && mentioned?.id === recipient?.id);
  return own
    .reduce((rest, entity) => rest.replace(entity.text ?? "", " "), text)
    .replaceAll(/<at>[^<]{0,100}<\/at>/g, " ")
    .replaceAll(/&nbsp;|\u00a0/g, " ")
    .replace(/^\s*@\S{1,40}/, " ")
    .trim();
}

function ignored(why: string): Read {
  return { kind: "ignored", why };
}
