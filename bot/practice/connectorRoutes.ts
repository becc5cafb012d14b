import { z } from "zod";
import type { PracticeConnector } from "./connector.ts";
import type { Fault } from "./faults.ts";
import { json, matchPath, type PracticeRequest, type PracticeResponse, type PracticeRoute } from "./http.ts";
import { memberOf, memberPage } from "./members.ts";
import type { ChatSeed } from "./seed.ts";

/** Below the room's address: what the bot gets as `serviceUrl`. */
export const CONNECTOR_PATH = "/practice/connector";

/** Teams refuses a bot's message above about 100 KB, counted as UTF-16. */
const LARGEST_MESSAGE = 100 * 1024;
const CARD = "application/vnd.microsoft.card.adaptive";

const Sent = z.object({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
});
type Sent = z.infer<typeof Sent>;

const NewConversation = z.object({
  members: z.array(z.object({ id: z.string() })).nullish(),
  channelData: z.object({ channel: z.object({ id: z.string() }).nullish() }).nullish(),
  activity: z.unknown().optional(),
});

/** Where a bot's call lands: the chat, and within a channel the post it belongs to. */
interface Target {
  readonly chat: ChatSeed;
  readonly thread?: string | undefined;
}

/** The Bot Connector routes a bot calls, answering as Teams does. */
export function connectorRoutes(connector: PracticeConnector): readonly PracticeRoute[] {
  const { room } = connector;
  const base = `${CONNECTOR_PATH}/v3/conversations`;

  const route = (
    method: PracticeRoute["method"],
    path: string,
    act: (
      target: Target,
      params: Readonly<Record<string, string>>,
      request: PracticeRequest,
    ) => PracticeResponse,
  ): PracticeRoute => ({
    method,
    path: `${base}${path}`,
    async handle(request) {
      const params = matchPath(`${base}${path}`, request.url) ?? {};
      const target = find(connector, params["conversation"] ?? "");
      if (target === undefined) return failure(404, "ConversationNotFound", "Conversation not found.");
      return withFaults(connector, target.chat.id, () => act(target, params, request));
    },
  });

  const send = (target: Target, body: unknown): PracticeResponse => {
    const read = readSent(body);
    if ("kind" in read) return read;
    if (read.type === "typing") {
      room.tellTyping(target.chat.id);
      return json(202, { id: room.nextActivityId() });
    }
    const { id } = room.add(target.chat.id, { ...contentOf(read), thread: target.thread });
    return json(201, { id });
  };

  const own = (
    target: Target,
    id: string | undefined,
    act: (id: string) => PracticeResponse,
  ): PracticeResponse => {
    const message = id === undefined ? undefined : room.message(target.chat.id, id);
    if (message === undefined || message.deleted)
      return failure(404, "ActivityNotFoundInConversation", "Activity not found.");
    if (message.from !== undefined)
      return failure(403, "Forbidden", "A bot can only change its own messages.");
    return act(message.id);
  };

  return [
    {
      method: "POST",
      path: base,
      async handle({ body }) {
        const wanted = NewConversation.safeParse(body);
        if (!wanted.success) return failure(400, "BadSyntax", "Conversation parameters are not valid.");
        const target = whomFor(connector, wanted.data);
        if (target === undefined) {
          return failure(403, "ForbiddenOperationException", "The bot is not installed for this user.");
        }
        return withFaults(connector, target.chat.id, () =>
          create(connector, target.chat, wanted.data.activity, send),
        );
      },
    },
    route("POST", "/:conversation/activities", (target, _params, { body }) => send(target, body)),
    route("POST", "/:conversation/activities/:activity", (target, _params, { body }) => send(target, body)),
    route("PUT", "/:conversation/activities/:activity", (target, { activity }, { body }) =>
      own(target, activity, (id) => {
        const read = readSent(body);
        if ("kind" in read) return read;
        room.edit(target.chat.id, id, contentOf(read));
        return json(200, { id });
      }),
    ),
    route("DELETE", "/:conversation/activities/:activity", (target, { activity }) =>
      own(target, activity, (id) => {
        room.remove(target.chat.id, id);
        return json(200, {});
      }),
    ),
    route("GET", "/:conversation/members", ({ chat }) => json(200, memberPage(connector, chat, "").members)),
    route("GET", "/:conversation/pagedmembers", ({ chat }, _params, { url }) =>
      json(200, memberPage(connector, chat, url)),
    ),
    route("GET", "/:conversation/members/:member", ({ chat }, { member }) => {
      const found = memberOf(connector, chat, member ?? "");
      return found === undefined
        ? failure(404, "MemberNotFoundInConversation", "Member not found.")
        : json(200, found);
    }),
  ];
}

async function withFaults(
  connector: PracticeConnector,
  chat: string,
  act: () => PracticeResponse,
): Promise<PracticeResponse> {
  let fault: Fault | undefined;
  try {
    fault = await connector.faults.hit(chat, connector.closing);
  } catch (error) {
    if (connector.closing.aborted) return { kind: "reset" };
    throw error;
  }
  if (fault?.fail === undefined) return act();
  if (fault.takesEffect) act();
  const { fail } = fault;
  if (fail.kind === "status") {
    const headers = fail.retryAfter === undefined ? {} : { "retry-after": String(fail.retryAfter) };
    return failure(fail.status, "PracticeFault", "This failure was asked for.", headers);
  }
  if (fail.kind === "hang")
    await new Promise((resolve) => connector.closing.addEventListener("abort", resolve, { once: true }));
  return { kind: "reset" };
}

function create(
  connector: PracticeConnector,
  chat: ChatSeed,
  activity: unknown,
  send: (target: Target, body: unknown) => PracticeResponse,
): PracticeResponse {
  const serviceUrl = connector.serviceUrl();
  if (activity === undefined || activity === null) return json(201, { id: chat.conversationId, serviceUrl });
  const sent = send({ chat }, activity);
  if (sent.kind !== "full" || sent.status >= 400) return sent;
  const activityId = connector.room.messages(chat.id).at(-1)?.id;
  const id =
    chat.kind === "channel" ? `${chat.conversationId};messageid=${activityId ?? ""}` : chat.conversationId;
  return json(201, { id, activityId, serviceUrl });
}

/** A personal chat by Entra or Teams id, or a new post in a channel. */
function whomFor(connector: PracticeConnector, wanted: z.infer<typeof NewConversation>): Target | undefined {
  const channel = wanted.channelData?.channel?.id;
  if (channel !== undefined) return find(connector, channel);
  const id = wanted.members?.[0]?.id;
  const person = connector.room.people.find((one) => one.entraId === id || one.teamsId === id);
  const chat =
    person && connector.room.chats.find((one) => one.kind === "personal" && one.members.includes(person.id));
  return chat && { chat };
}

function find(connector: PracticeConnector, conversation: string): Target | undefined {
  const [id, thread] = conversation.split(";messageid=");
  const chat = connector.room.chats.find((one) => one.conversationId === id);
  if (chat === undefined) return undefined;
  return thread === undefined || connector.room.message(chat.id, thread) ? { chat, thread } : undefined;
}

function readSent(body: unknown): Sent | PracticeResponse {
  if (JSON.stringify(body ?? null).length * 2 > LARGEST_MESSAGE) {
    return failure(413, "MessageSizeTooBig", "Message size too large.");
  }
  const read = Sent.safeParse(body);
  if (!read.success) return failure(400, "BadSyntax", "Activity is not valid.");
  const { type, text, attachments } = read.data;
  if (type === "message" && !text && !attachments?.length) {
    return failure(
      400,
      "BadSyntax",
      "Activity must include non empty 'text' field or at least 1 attachment.",
    );
  }
  return read.data;
}

function contentOf({ text, textFormat, attachments }: Sent): {
  text: string;
  format: "plain" | "markdown";
  cards: unknown[];
} {
  return {
    text: text ?? "",
    format: textFormat === "plain" ? "plain" : "markdown",
    cards: (attachments ?? []).filter((one) => one.contentType === CARD).map((one) => one.content),
  };
}

function failure(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): PracticeResponse {
  return json(status, { error: { code, message } }, headers);
}
