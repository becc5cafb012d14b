import { accessRequestOf } from "./domain/accessRequest.ts";
import { digest } from "./hash.ts";
import type { Instant } from "./domain/calendar.ts";
import type { Conversation, ConversationId } from "./domain/conversation.ts";
import type { Pressed, View } from "./domain/decision.ts";
import type { Due, TimeView } from "./domain/decideTime.ts";
import { isSomebody, type Incoming } from "./domain/incoming.ts";
import type { AwaitingKern, Question } from "./domain/question.ts";
import type { Official } from "./domain/official.ts";
import type { Timer } from "./domain/timer.ts";
import { isAboutWork } from "./domain/language/reading.ts";
import { draftingIn, lookUpWork } from "./lookUpWork.ts";
import { isAboutMoney, lookUpKernbudget } from "./lookUpKernbudget.ts";
import type { Registry } from "./registry.ts";
import type { Store, Versioned } from "../storage/store.ts";

export interface LookUpParts {
  readonly store: Store;
  readonly registry: Registry;
  /** Unguessable ids of 128 bits, base64url. */
  readonly newId: () => string;
  readonly clock: () => Instant;
  /** Whether somebody who is not in the register is a guest; undefined when that could not be found out. */
  readonly isGuest: (incoming: Incoming) => Promise<boolean | undefined>;
}

/** Reads everything a decision on this act may need. */
export async function lookUp(parts: LookUpParts, incoming: Incoming): Promise<View> {
  const { store, newId } = parts;
  const { act, person, conversation: here } = incoming;
  const { register, reader, vakteamChannels } = await parts.registry.current();
  const mine = `${here.id} ${person.entraId}`;
  const [officials, account, conversation, channel, ending, waiting, drafting, edited, pressed] =
    await Promise.all([
      store.list("official", "entraId", person.entraId),
      store.get("account", person.entraId),
      store.get("conversation", here.id),
      here.channel === undefined ? undefined : store.get("conversation", here.channel),
      act.kind === "removed" ? endingWith(store, act.from) : [],
      act.kind === "message" ? waitingFor(store, mine) : undefined,
      act.kind === "message" ? draftingIn(store, mine) : undefined,
      act.kind === "edited" ? askedBy(store, here.id, act.id) : undefined,
      act.kind === "press" ? pressedOn(store, act.token) : undefined,
    ]);
  const official = officials.find(({ row }) => row.active)?.row;
  const guest =
    official || !isSomebody(incoming) ? undefined : (account?.row.guest ?? (await parts.isGuest(incoming)));
  const access = official ? undefined : await store.get("accessRequest", accessRequestOf(person.entraId));
  const links = pressed?.kind === "accessRequest" && act.kind === "press" ? act.input.official : undefined;
  const chosen = links === undefined ? undefined : await store.get("official", links);
  const decides = pressed?.kind === "proposal" && act.kind === "press" && act.verb === "accept";
  const rules = decides ? await store.all("ownership") : [];
  const text = act.kind === "message" || act.kind === "edited" ? act.text.trim() : "";
  const reading = text === "" ? undefined : reader.read(text);
  const asksWork =
    act.kind === "press"
      ? pressed?.kind === "dossier" || pressed?.kind === "question"
      : drafting !== undefined || (reading !== undefined && isAboutWork(reading.intent));
  const past = { kernen: reading?.kernen, topics: reading?.topics.map(({ topic }) => topic).slice(0, 2) };
  const work = official && asksWork ? await lookUpWork(store, incoming.at, past, drafting) : undefined;
  const asksMoney = official && (pressed?.kind === "plan" || isAboutMoney(reading?.intent));
  const kernbudget = asksMoney ? await lookUpKernbudget(store) : undefined;
  return {
    work,
    kernbudget,
    digest,
    register,
    reader,
    vakteamChannels,
    official,
    account,
    access,
    guest,
    chosen,
    conversation,
    channel,
    ending,
    waiting,
    edited,
    reading,
    pressed,
    rules,
    newId,
  };
}

/** Reads what may be known when a moment has come. */
export async function lookUpTime(parts: LookUpParts, timer: Timer, at: Instant): Promise<TimeView> {
  const { store, newId } = parts;
  const { register, vakteamChannels } = await parts.registry.current();
  const set = await store.get("timer", timer.id);
  if (set?.row.at !== timer.at) return { at, register, vakteamChannels, newId };
  const { kind, id } = timer.subject;
  const isWork = kind === "dossier" || kind === "intake" || kind === "digest";
  const work = isWork ? await lookUpWork(store, at) : undefined;
  const current = await store.get(kind, id);
  const kernbudget = kind === "plan" ? await lookUpKernbudget(store) : undefined;
  // The store keeps rows under their collection's name, so the row has the type of its kind.
  return {
    at,
    register,
    vakteamChannels,
    newId,
    work,
    kernbudget,
    due: { kind, timer: set, current } as Due,
  };
}

/** The question this person was asked back in this conversation, the latest when there are more. */
async function waitingFor(store: Store, key: string): Promise<Versioned<AwaitingKern> | undefined> {
  const found = await store.list("question", "awaiting", key);
  const latest = found.toSorted((a, b) => b.row.askedAt.localeCompare(a.row.askedAt))[0];
  return latest?.row.status === "awaitingKern" ? { version: latest.version, row: latest.row } : undefined;
}

/** A conversation by itself, and all that are within it when it is a channel or a team. */
async function endingWith(store: Store, from: string): Promise<readonly Versioned<Conversation>[]> {
  const [itself, within] = await Promise.all([
    store.get("conversation", from),
    store.list("conversation", "within", from),
  ]);
  return [...(itself ? [itself] : []), ...within.filter(({ row }) => row.id !== from)];
}

/** The question that this message asked. */
async function askedBy(
  store: Store,
  conversation: ConversationId,
  message: string,
): Promise<Versioned<Question> | undefined> {
  return (await store.list("question", "message", `${conversation} ${message}`))[0];
}

/** What a token stands for, with the current state of it. */
export async function pressedOn(store: Store, id: string): Promise<Pressed | undefined> {
  const token = (await store.get("token", id))?.row;
  if (!token) return undefined;
  const { kind, id: subject } = token.subject;
  const current = await store.get(kind, subject);
  // The store keeps rows under their collection's name, so the row has the type of its kind.
  return current && ({ kind, token, current } as Pressed);
}

/** Whether somebody who only looks may see anything: an official, or a colleague who was heard and is no guest. */
export async function isKnown(
  store: Pick<Store, "get">,
  official: Official | undefined,
  entraId: string,
): Promise<boolean> {
  return official !== undefined || (await store.get("account", entraId))?.row.guest === false;
}
