import { type View, viewOf } from "../../cards/index.ts";
import type { OutboxItem } from "../../storage/store.ts";
import { personalConversation, type Conversation } from "../domain/conversation.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import type { Delivered, Messenger } from "../outbox.ts";
import type { Called, Connector } from "./connector.ts";

export interface SendParts {
  readonly connector: Connector;
  /** Fills a notice in with the state at the moment of sending. */
  readonly show: (
    notice: Notice,
    entraId: string | undefined,
    together: undefined,
    conversation: Conversation,
  ) => Promise<Shown>;
  /** Where to open a conversation that nobody opened yet. */
  readonly home: () => Home;
}

/** The bot's own place at the connector. */
export interface Home {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly botId: string;
}

/** Delivers messages through the Teams connector: the card is made now, from what is true now. */
export function makeMessenger(parts: SendParts): Messenger {
  return {
    async deliver(item, known, replaces) {
      const { unreachable } = known ?? {};
      if (unreachable) return { kind: "unreachable", why: unreachable.why };
      if (known?.connectorId !== undefined) return post(parts, item, known, replaces);
      const opened = await open(parts, item.addressee, known?.serviceUrl ?? parts.home().serviceUrl);
      if (opened.kind !== "opened") return opened;
      const delivered = await post(parts, item, opened.conversation, undefined);
      return delivered.kind === "sent" ? { ...delivered, opened: opened.conversation } : delivered;
    },
  };
}

async function post(
  { connector, show, home }: SendParts,
  item: OutboxItem,
  conversation: Conversation,
  replaces: string | undefined,
): Promise<Delivered> {
  const shown = await show(item.notice, item.addressee ?? conversation.entraId, undefined, conversation);
  const path = ["v3", "conversations", conversation.connectorId ?? "", "activities"];
  const to = {
    serviceUrl: conversation.serviceUrl ?? home().serviceUrl,
    body: activityFor(viewOf(shown, item.token), conversation),
  };
  if (replaces !== undefined) {
    const changed = await connector.call({ ...to, method: "PUT", path: [...path, replaces] });
    // A card that is gone is sent anew; to change one twice is the same as once.
    if (changed.kind !== "rejected" || changed.status !== 404)
      return changed.kind === "done" ? sent(replaces) : repeatable(changed);
  }
  const called = await connector.call({ ...to, method: "POST", path });
  return called.kind === "done" ? sent(called.id) : notDelivered(called);
}

function sent(activityId: string | undefined): Delivered {
  return { kind: "sent", activityId };
}

/** Opens the one-to-one conversation with somebody who never wrote to the bot. */
async function open(
  { connector, home }: SendParts,
  entraId: string | undefined,
  serviceUrl: string,
): Promise<Opened> {
  if (entraId === undefined) return { kind: "failed", why: "the conversation is not known" };
  const { tenantId, botId } = home();
  const called = await connector.call({
    method: "POST",
    serviceUrl,
    path: ["v3", "conversations"],
    body: {
      isGroup: false,
      bot: { id: botId },
      members: [{ id: entraId, aadObjectId: entraId }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    },
  });
  // The same person always gets the same conversation, so opening it may be tried again.
  if (called.kind !== "done") return repeatable(called);
  if (called.id === undefined) return { kind: "failed", why: "the connector opened no conversation" };
  const id = personalConversation(entraId);
  const conversation = {
    id,
    kind: "personal",
    connectorId: called.id,
    serviceUrl,
    tenantId,
    botId,
    entraId,
  } as const;
  return { kind: "opened", conversation };
}

type Opened =
  { readonly kind: "opened"; readonly conversation: Conversation } | Exclude<Delivered, { kind: "sent" }>;

type NotDone = Exclude<Called, { kind: "done" }>;
type NotSent = Exclude<Delivered, { kind: "sent" }>;

/** What was not sent, when sending it twice does no harm. */
function repeatable(called: NotDone): NotSent {
  return called.kind === "unknown"
    ? { kind: "refused", retryAfterMs: undefined, why: called.why }
    : notDelivered(called);
}

function notDelivered(called: NotDone): NotSent {
  switch (called.kind) {
    case "refused":
    case "unknown":
      return called;
    case "rejected":
      // The person blocked or removed the bot; or the place itself is gone.
      if (called.status === 403) return { kind: "unreachable", why: "blocked" };
      if (called.status === 404) return { kind: "unreachable", why: "gone" };
      return { kind: "failed", why: called.why };
  }
}

/** A view as the activity that carries it. */
export function activityFor(
  view: View,
  conversation: Pick<Conversation, "botId" | "connectorId">,
): Record<string, unknown> {
  const base = {
    type: "message",
    from: { id: conversation.botId },
    conversation: { id: conversation.connectorId },
  };
  if (!("card" in view)) return { ...base, text: view.text, textFormat: "markdown" };
  return { ...base, summary: view.text, attachments: [{ contentType: CARD_TYPE, content: view.card }] };
}

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";
