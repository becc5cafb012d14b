import type { Instant } from "../domain/calendar.ts";
import type { Person } from "./seed.ts";
import type { MessageView, PressedAction } from "./view.ts";

/** Teams asks for a card again when the last answer is older than this. */
const REFRESH_AFTER_MS = 60_000;

/** When a person's client last asked for, or got, a card of its own. */
interface LastAsked {
  readonly at: Instant;
  readonly revision: number;
}

/** Keeps who asked for which card when, so that a card is asked for as seldom as Teams does. */
export class RefreshLog {
  readonly #last = new Map<string, LastAsked>();

  /**
   * The automatic refresh to send for this message now: the card this person sees names them in `refresh.userIds`,
   * and their last one is over a minute old or from before an edit.
   */
  due(message: MessageView, person: Person, now: Instant): PressedAction | undefined {
    const action = refreshAction(message.personal[person.id] ?? message.cards[0], person.teamsId);
    if (action === undefined) return undefined;
    const last = this.#last.get(`${message.id} ${person.id}`);
    const fresh = last !== undefined && Date.parse(now) - Date.parse(last.at) < REFRESH_AFTER_MS;
    return fresh && last.revision === message.revision ? undefined : action;
  }

  note(message: MessageView, person: Person, now: Instant): void {
    this.#last.set(`${message.id} ${person.id}`, { at: now, revision: message.revision });
  }
}

function refreshAction(card: unknown, teamsId: string): PressedAction | undefined {
  const refresh = field(card, "refresh");
  const userIds = field(refresh, "userIds");
  const action = field(refresh, "action");
  if (!Array.isArray(userIds) || !userIds.includes(teamsId)) return undefined;
  const verb = field(action, "verb");
  return {
    type: "Action.Execute",
    ...(typeof verb === "string" ? { verb } : {}),
    data: field(action, "data"),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
