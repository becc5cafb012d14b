import type { Instant } from "../domain/calendar.ts";
import {
  installActivities,
  invokeActivity,
  mentions,
  messageActivity,
  submitActivity,
  type Activity,
  type Moment,
  type Surroundings,
} from "./activities.ts";
import { postActivity, type BotAnswer } from "./botClient.ts";
import { Faults } from "./faults.ts";
import { readCardAnswer, readSearchAnswer } from "./invokeAnswer.ts";
import { RefreshLog } from "./refresh.ts";
import { Room } from "./room.ts";
import {
  PRACTICE_BOT_ID,
  PRACTICE_TENANT_ID,
  type ChatSeed,
  type Person,
  type PracticeSeed,
} from "./seed.ts";
import { shownBySubmit } from "./submit.ts";
import type { MessageView, PressedAction, PressOutcome, SearchOutcome } from "./view.ts";

export interface PracticeOptions {
  readonly seed: PracticeSeed;
  /** Where the bot takes activities, `http://127.0.0.1:3978/api/messages`. Asked for at each use: a port may be assigned late. */
  readonly botEndpoint: () => string;
  /** Where the bot finds this connector; its `/v3/…` routes lie below it. */
  readonly serviceUrl: () => string;
  readonly now: () => Instant;
  /** Moves the practice time on; false when that moment is past. */
  readonly moveTo: (later: Instant) => Promise<boolean>;
  /** A new unique id, for invokes. */
  readonly newId: () => string;
  /** How long an answer may take before Teams gives up, in milliseconds. */
  readonly answerWithinMs?: number;
}

/** Why nothing was sent at all: the page asked for something that is not there. */
export type NotThere = { readonly kind: "notThere"; readonly what: "person" | "chat" | "message" };

/** Sent activities kept per chat for delivering again. */
const KEPT_ACTIVITIES = 200;

/**
 * Teams for several people at once, on the real protocol: what people do becomes an activity POSTed to the bot;
 * what the bot sends comes in at the connector routes and lands in the room. In memory only.
 */
export class PracticeConnector {
  readonly botId = PRACTICE_BOT_ID;
  readonly botName = "Kernwijzer";
  readonly tenantId = PRACTICE_TENANT_ID;
  readonly room: Room;
  readonly faults = new Faults();
  /** Ids of people who were invited from another organisation. */
  readonly guests = new Set<string>();
  readonly #options: PracticeOptions;
  readonly #refreshes = new RefreshLog();
  readonly #sent = new Map<string, Activity[]>();
  readonly #installed = new Set<string>();
  readonly #closing = new AbortController();

  constructor(options: PracticeOptions) {
    this.#options = options;
    this.room = new Room(options.seed, options.now);
  }

  /** Aborted when the room closes: held requests and event streams end on it. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  now(): Instant {
    return this.#options.now();
  }

  /** Lets the practice time move on to a later moment, and tells everybody who looks. */
  async moveTo(later: Instant): Promise<boolean> {
    const moved = await this.#options.moveTo(later);
    if (moved) this.room.tellTime();
    return moved;
  }

  serviceUrl(): string {
    return this.#options.serviceUrl();
  }

  /** Ends everything that is held open, so that the server can stop. */
  close(): void {
    this.#closing.abort();
  }

  /**
   * Somebody types a message. In a group or channel the bot gets it only when it is mentioned, as in Teams.
   * `thread` is the post that is answered in a channel. `delivered` settles when the bot has answered.
   */
  say(
    personId: string,
    chatId: string,
    text: string,
    thread?: string,
  ):
    | NotThere
    | {
        readonly kind: "said";
        readonly message: MessageView;
        readonly delivered: Promise<BotAnswer | undefined>;
      } {
    const place = this.#place(personId, chatId);
    if ("kind" in place) return place;
    if (thread !== undefined && this.room.message(chatId, thread) === undefined)
      return { kind: "notThere", what: "message" };
    const { chat } = place;
    const message = this.room.add(chatId, { from: personId, text, format: "plain", cards: [], thread });
    const mentioned = chat.kind !== "personal" && mentions(text, this.botName);
    if (chat.kind !== "personal" && !mentioned)
      return { kind: "said", message, delivered: Promise.resolve(undefined) };
    const moment = this.#moment(place, message.id, thread ?? message.id);
    return {
      kind: "said",
      message,
      delivered: this.#deliver(chatId, messageActivity(moment, text, mentioned), message.id),
    };
  }

  /** Somebody presses a button on a card; the answer changes that card for them only, or is shown as a message. */
  async press(
    personId: string,
    chatId: string,
    messageId: string,
    action: PressedAction,
  ): Promise<NotThere | PressOutcome> {
    const place = this.#place(personId, chatId);
    if ("kind" in place) return place;
    const message = this.room.message(chatId, messageId);
    if (message === undefined) return { kind: "notThere", what: "message" };
    if (action.type === "Action.Execute") return this.#invoke(place, message, action, "manual");
    const thread = message.thread ?? message.id;
    const shown = shownBySubmit(action.data);
    const bubble =
      shown.display === undefined
        ? undefined
        : this.room.add(chatId, { from: personId, text: shown.display, format: "plain", cards: [], thread });
    const moment = this.#moment(place, bubble?.id ?? this.room.nextActivityId(), thread);
    const answer = await this.#deliver(
      chatId,
      submitActivity(moment, messageId, shown.value, shown.text),
      bubble?.id,
    );
    return answer.ok
      ? { kind: "nothing" }
      : { kind: "failed", why: answer.status === undefined ? "noAnswer" : "status" };
  }

  /**
   * Somebody has the chat in front of them: it is read, the app is installed at the first visit, and cards that
   * refresh for this person are asked for again. Resolves when those answers are in.
   */
  async open(personId: string, chatId: string): Promise<NotThere | { readonly kind: "opened" }> {
    const place = this.#place(personId, chatId);
    if ("kind" in place) return place;
    this.room.markSeen(chatId, personId);
    await this.#installOnce(place);
    const due = this.room.messages(chatId).flatMap((message) => {
      const action = this.#refreshes.due(message, place.person, this.now());
      return action === undefined ? [] : [this.#invoke(place, message, action, "automatic")];
    });
    await Promise.all(due);
    return { kind: "opened" };
  }

  /** Typing in a card's search field asks the bot for choices. */
  async search(
    personId: string,
    chatId: string,
    messageId: string,
    query: { readonly text: string; readonly dataset: string },
  ): Promise<NotThere | SearchOutcome> {
    const place = this.#place(personId, chatId);
    if ("kind" in place) return place;
    const message = this.room.message(chatId, messageId);
    if (message === undefined) return { kind: "notThere", what: "message" };
    const value = { queryText: query.text, queryOptions: { skip: 0, top: 15 }, dataset: query.dataset };
    const moment = this.#moment(place, `f:${this.#options.newId()}`, message.thread ?? message.id);
    return readSearchAnswer(
      await this.#post(chatId, invokeActivity(moment, "application/search", value, messageId)),
    );
  }

  /** Delivers an activity of this chat once more: the same id, or for an invoke a new one, as Teams may do. */
  async redeliver(chatId: string, activityId: string, newId: boolean): Promise<NotThere | BotAnswer> {
    const sent = this.#sent.get(chatId)?.find((activity) => activity.id === activityId);
    if (sent === undefined) return { kind: "notThere", what: "message" };
    return this.#post(chatId, newId ? { ...sent, id: `f:${this.#options.newId()}` } : sent);
  }

  /** The activities sent to the bot from this chat, oldest first. */
  sent(chatId: string): readonly Activity[] {
    return this.#sent.get(chatId) ?? [];
  }

  async #installOnce({ person, chat }: Place): Promise<void> {
    if (this.#installed.has(chat.id)) return;
    this.#installed.add(chat.id);
    const moment = this.#moment({ person, chat }, this.room.nextActivityId());
    for (const activity of installActivities(moment, this.room.nextActivityId()))
      await this.#post(chat.id, activity);
  }

  async #invoke(
    place: Place,
    message: MessageView,
    action: PressedAction,
    trigger: "manual" | "automatic",
  ): Promise<PressOutcome> {
    const moment = this.#moment(place, `f:${this.#options.newId()}`, message.thread ?? message.id);
    this.#refreshes.note(message, place.person, this.now());
    const sent = invokeActivity(moment, "adaptiveCard/action", { action, trigger }, message.id);
    const answer = readCardAnswer(await this.#post(place.chat.id, sent));
    if (answer.kind !== "card") return answer;
    this.room.showTo(place.chat.id, message.id, place.person.id, answer.card);
    return { kind: "card" };
  }

  async #deliver(chatId: string, activity: Activity, messageId: string | undefined): Promise<BotAnswer> {
    const answer = await this.#post(chatId, activity);
    if (!answer.ok && messageId !== undefined) this.room.markUndelivered(chatId, messageId, answer.why);
    return answer;
  }

  #post(chatId: string, activity: Activity): Promise<BotAnswer> {
    const log = this.#sent.get(chatId) ?? [];
    this.#sent.set(chatId, [...log.slice(1 - KEPT_ACTIVITIES), activity]);
    const withinMs = this.#options.answerWithinMs ?? 15_000;
    return postActivity(this.#options.botEndpoint(), activity, { withinMs, closing: this.closing });
  }

  #place(personId: string, chatId: string): NotThere | Place {
    const person = this.room.person(personId);
    if (person === undefined) return { kind: "notThere", what: "person" };
    const chat = this.room.chat(chatId);
    if (chat === undefined || !chat.members.includes(personId)) return { kind: "notThere", what: "chat" };
    return { person, chat };
  }

  #moment({ person, chat }: Place, id: string, thread?: string): Moment {
    const around: Surroundings = {
      serviceUrl: this.serviceUrl(),
      tenantId: this.tenantId,
      botId: this.botId,
      botName: this.botName,
    };
    return { around, person, chat, thread, id, at: this.now() };
  }
}

interface Place {
  readonly person: Person;
  readonly chat: ChatSeed;
}
