import { partsOf, type ActivityParts } from "./activity.ts";
import { placeEventOf } from "./events.ts";
import { conversationOf, personOf, tenantOf } from "./place.ts";
import { readPress, readQuery, readRefresh } from "../../cards/actions.ts";
import type { Instant } from "../domain/calendar.ts";
import { LARGEST_PAGE, type Searching } from "../domain/choices.ts";
import { channelAround, type Conversation } from "../domain/conversation.ts";
import { LONGEST_MESSAGE, type Act, type Incoming, type Person } from "../domain/incoming.ts";
import type { TokenId } from "../domain/token.ts";

/** What is known of the surroundings when an activity is read. */
export interface ReadContext {
  readonly now: Instant;
  readonly correlation: string;
  /** The only tenant that is served; absent in the practice room, where every client on this machine is. */
  readonly tenantId?: string | undefined;
}

export type Read =
  | { readonly kind: "incoming"; readonly incoming: Incoming }
  /** A client asks for a card again, by itself or because somebody wants to see it. */
  | {
      readonly kind: "refresh";
      readonly token: TokenId;
      readonly person: Person;
      readonly trigger: "automatic" | "manual";
    }
  /** Somebody types in a field of a card. */
  | {
      readonly kind: "search";
      readonly searching: Searching;
      readonly token: TokenId | undefined;
      readonly person: Person;
    }
  /** One of our buttons, or something that claims to be, that cannot be read. */
  | { readonly kind: "unreadablePress"; readonly conversation: Conversation }
  /** Nothing for us: a reaction, a member who joined, another tenant, an unknown kind. */
  | { readonly kind: "ignored"; readonly why: string };

/** Activity → what somebody did. Everything in an activity is unknown until here. */
export function readActivity(posted: object, context: ReadContext): Read {
  const activity = partsOf(posted);
  const here = conversationOf(activity);
  const event = here && placeEventOf(activity, here);
  const person =
    personOf(activity, context.tenantId === undefined) ??
    (event && here.kind !== "personal" ? { tenantId: tenantOf(activity), entraId: TEAMS } : undefined);
  if (!here || !person) return ignored("no conversation or no person");
  if (context.tenantId !== undefined && person.tenantId !== context.tenantId)
    return ignored("another tenant");
  const incoming = (conversation: Conversation, act: Act): Read => {
    const { now: at, correlation } = context;
    const key = keyOf(act, activity, conversation, person, correlation);
    return { kind: "incoming", incoming: { key, correlation, at, person, conversation, act } };
  };
  if (event) return incoming(channelAround(here) ?? here, event);
  const done = (act: Act | "unreadable"): Read =>
    act === "unreadable" ? { kind: "unreadablePress", conversation: here } : incoming(here, act);
  if (activity.type === "invoke") return readInvoke(activity, person, done);
  const act = actOf(activity);
  return act ? done(act) : ignored(`nothing to do for ${nameOf(activity.type)}`);
}

/** Who acts when Teams tells of a place without naming anybody. */
const TEAMS = "teams";

function actOf(activity: ActivityParts): Act | "unreadable" | undefined {
  const { id, value } = activity;
  const text = withoutMention(activity.text ?? "", activity).slice(0, LONGEST_MESSAGE);
  switch (activity.type) {
    case "message":
      // Clients without Universal Actions send a press as a message with a value and no text.
      if ((activity.text ?? "") === "" && value) return press(value.verb, value, { asMessage: true });
      return { kind: "message", text, id };
    case "messageUpdate":
      return id !== undefined && activity.channelData?.eventType === "editMessage"
        ? { kind: "edited", text, id }
        : undefined;
    default:
      return undefined;
  }
}

/** The calls that wait for an answer: a press, a card that is asked for again, typing in a field of a card. */
function readInvoke(activity: ActivityParts, person: Person, done: (act: Act | "unreadable") => Read): Read {
  const { name, value } = activity;
  if (name === "adaptiveCard/action") {
    const { verb, data } = value?.action ?? {};
    const token = readRefresh(verb, data);
    const trigger = value?.trigger === "automatic" ? "automatic" : "manual";
    return token === undefined ? done(press(verb, data)) : { kind: "refresh", token, person, trigger };
  }
  const query = name === "application/search" ? readQuery(value?.dataset) : undefined;
  if (!query) return ignored(`nothing to do for the invoke ${nameOf(name)}`);
  const { skip = 0, top = LARGEST_PAGE } = value?.queryOptions ?? {};
  const text = (value?.queryText ?? "").slice(0, LONGEST_SEARCH);
  return {
    kind: "search",
    searching: { dataset: query.dataset, text, skip, top },
    token: query.token,
    person,
  };
}

/** Longer than any name. In characters. */
const LONGEST_SEARCH = 100;

function press(verb: unknown, data: unknown, more: { asMessage?: true } = {}): Act | "unreadable" {
  const read = readPress(verb, data);
  return read ? { kind: "press", ...read, ...more } : "unreadable";
}

/**
 * Teams may deliver a press again under a new activity id, so a press is known by token, person and verb; a message by
 * its conversation and activity id. An edit has the id of the message each time, and asking twice is the same.
 */
function keyOf(
  act: Act,
  activity: ActivityParts,
  conversation: Conversation,
  person: Person,
  spare: string,
): string {
  if (act.kind === "press") return `press ${act.token} ${person.entraId} ${act.verb}`;
  return `${act.kind} ${conversation.id} ${act.kind === "edited" ? spare : (activity.id ?? spare)}`;
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

/** A type or name for the log: a word as Teams uses them, never what somebody put in its place. */
function nameOf(given: string | undefined): string {
  return given !== undefined && /^[a-z]{1,30}(\/[a-z]{1,30})?$/i.test(given) ? given : "an unknown kind";
}

function ignored(why: string): Read {
  return { kind: "ignored", why };
}
