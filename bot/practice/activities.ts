import type { Instant } from "../domain/calendar.ts";
import type { ChatSeed, Person } from "./seed.ts";

/** Ids and names that are the same in every activity. */
export interface Surroundings {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly botName: string;
}

/** Where and when an activity happens. */
export interface Moment {
  readonly around: Surroundings;
  readonly person: Person;
  readonly chat: ChatSeed;
  /** Id of the post in a channel that is answered; the activity's own id for a new post. */
  readonly thread?: string | undefined;
  readonly id: string;
  readonly at: Instant;
}

/** An activity as the Bot Framework's protocol has it; only what this room itself reads is named. */
export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

const CONVERSATION_TYPE = { personal: "personal", group: "groupChat", channel: "channel" } as const;

/** A typed message. `mentioned` puts the bot's mention where the text has its name after an @. */
export function messageActivity(moment: Moment, text: string, mentioned: boolean): Activity {
  const { botId, botName } = moment.around;
  const mention = `<at>${botName}</at>`;
  const sent = mentioned ? text.replace(mentionOf(botName), mention) : text;
  return activity("message", moment, {
    text: sent,
    textFormat: "plain",
    attachments: [{ contentType: "text/html", content: `<p>${html(text)}</p>` }],
    entities: [
      ...(mentioned ? [{ type: "mention", mentioned: { id: botId, name: botName }, text: mention }] : []),
      CLIENT,
    ],
  });
}

/** Whether the text calls the bot by name: "@Kernwijzer", in any case. */
export function mentions(text: string, botName: string): boolean {
  return mentionOf(botName).test(text);
}

/** `Action.Submit`: Teams sends a message with a value and no text, or with the text of a messageBack. */
export function submitActivity(moment: Moment, replyToId: string, data: unknown, text?: string): Activity {
  return activity("message", moment, {
    replyToId,
    value: data,
    entities: [CLIENT],
    ...(text === undefined ? {} : { text }),
  });
}

/** A call that waits for its answer: a press, a refresh, a search. */
export function invokeActivity(moment: Moment, name: string, value: unknown, replyToId: string): Activity {
  return activity("invoke", moment, { name, value, replyToId, entities: [CLIENT] });
}

/** What Teams sends when the app is added, in its order: both arrive, so a welcome must survive the pair. */
export function installActivities(moment: Moment, secondId: string): readonly Activity[] {
  const { botId, botName } = moment.around;
  return [
    activity("installationUpdate", moment, { action: "add" }),
    activity(
      "conversationUpdate",
      { ...moment, id: secondId },
      { membersAdded: [{ id: botId, name: botName }] },
    ),
  ];
}

const CLIENT = {
  type: "clientInfo",
  locale: "nl-NL",
  country: "NL",
  platform: "Web",
  timezone: "Europe/Amsterdam",
};

function activity(type: string, { around, person, chat, thread, id, at }: Moment, rest: object): Activity {
  const { serviceUrl, tenantId, botId, botName } = around;
  const channel = chat.kind === "channel";
  return {
    type,
    id,
    timestamp: at,
    channelId: "msteams",
    serviceUrl,
    locale: "nl-NL",
    from: { id: person.teamsId, name: person.name, aadObjectId: person.entraId },
    recipient: { id: botId, name: botName },
    conversation: {
      id:
        channel && thread !== undefined ? `${chat.conversationId};messageid=${thread}` : chat.conversationId,
      conversationType: CONVERSATION_TYPE[chat.kind],
      tenantId,
      ...(chat.kind === "personal" ? {} : { isGroup: true }),
    },
    channelData: {
      tenant: { id: tenantId },
      ...(channel
        ? {
            team: { id: chat.conversationId, name: chat.title },
            channel: { id: chat.conversationId },
            teamsChannelId: chat.conversationId,
          }
        : {}),
    },
    ...rest,
  };
}

function mentionOf(botName: string): RegExp {
  return new RegExp(`@${botName.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "iu");
}

function html(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
}
