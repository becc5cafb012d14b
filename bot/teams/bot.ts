import { CloudAdapter, type Request, type Response, type TurnContext } from "botbuilder";
import { viewOf } from "../../cards/index.ts";
import type { Answer } from "../domain/decision.ts";
import type { Incoming } from "../domain/incoming.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import type { Instant } from "../domain/calendar.ts";
import type { Log } from "../log.ts";
import type { Connector } from "./connector.ts";
import type { Gate } from "./gate.ts";
import { readActivity } from "./read.ts";
import type { Identity } from "./registration.ts";
import { activityFor, CARD_TYPE } from "./send.ts";

export interface TeamsParts {
  /** Who is let in. Asked before the SDK sees a request. */
  readonly gate: Gate;
  readonly identity: Identity;
  readonly connector: Connector;
  readonly handle: (incoming: Incoming) => Promise<Answer | undefined>;
  readonly show: (notice: Notice, entraId: string | undefined) => Promise<Shown>;
  readonly clock: () => Instant;
  readonly newId: () => string;
  readonly log: Log;
  /** The only tenant that is served; absent in the practice room. */
  readonly tenantId?: string | undefined;
}

/** Teams shows its own error after some ten seconds; before that the person gets a calm answer. In milliseconds. */
const DEADLINE_MS = 4_000;

/** Takes the requests that Teams posts. What the gate does not let in ends here. */
export function makeTeamsBot(parts: TeamsParts): (request: Request, response: Response) => Promise<void> {
  const adapter = new CloudAdapter(parts.identity.authentication);
  // Nothing internal may reach the caller: without this the SDK answers with the error's message.
  adapter.onTurnError = async (_context, error) => parts.log.error({ error }, "a turn failed");
  return async (request, response) => {
    if (!isActivity(request.body)) {
      // The SDK would throw on it, and the server would answer with the SDK's words.
      response.status(400);
      response.send({ error: "this is not an activity" });
      return;
    }
    const refused = await parts.gate(bearerOf(request), request.body);
    if (refused !== undefined) {
      parts.log.warn({ refused }, "a request was not let in");
      response.status(401);
      response.send({ error: "not allowed" });
      return;
    }
    await adapter.process(request, response, (context) => turn(parts, context));
  };
}

function bearerOf({ headers }: Request): string | undefined {
  const { authorization } = headers as Readonly<Record<string, string | string[] | undefined>>;
  return typeof authorization === "string" ? authorization : undefined;
}

/** What the SDK insists on before it looks any further. */
function isActivity(body: unknown): body is object {
  if (typeof body !== "object" || body === null) return false;
  const { type, channelData } = body as { type?: unknown; channelData?: unknown };
  return typeof type === "string" && (channelData === undefined || typeof channelData === "object");
}

async function turn(parts: TeamsParts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const correlation = parts.newId();
  const read = readActivity(activity, { now: parts.clock(), correlation, tenantId: parts.tenantId });
  const answer = await answerTo(parts, read, correlation);
  if (activity.type === "invoke") {
    const body = await invokeBody(parts, answer, activity.from?.aadObjectId);
    await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
    return;
  }
  // Answers to messages leave through the outbox. Only what could not be stored, and presses from clients that send
  // them as messages, are answered here.
  if (answer) await sayNow(parts, context, answer);
}

async function answerTo(
  parts: TeamsParts,
  read: ReturnType<typeof readActivity>,
  correlation: string,
): Promise<Answer | undefined> {
  if (read.kind === "unreadablePress") return { notice: { about: "refusal", why: "unknownButton" } };
  if (read.kind === "ignored") {
    parts.log.info({ correlation, why: read.why }, "ignored an activity");
    return undefined;
  }
  try {
    return await withDeadline(parts.handle(read.incoming));
  } catch (error) {
    parts.log.error({ error, correlation }, "an act failed");
    return { notice: { about: "refusal", why: "failed" } };
  }
}

async function withDeadline(answer: Promise<Answer | undefined>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ notice: { about: "refusal", why: "slow" } }), DEADLINE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** The body Teams expects as the answer to a press: a card for the presser, or a sentence. */
async function invokeBody(
  parts: TeamsParts,
  answer: Answer | undefined,
  entraId: string | undefined,
): Promise<object> {
  if (!answer) return {};
  const view = viewOf(await parts.show(answer.notice, entraId), answer.token);
  return "card" in view
    ? { statusCode: 200, type: CARD_TYPE, value: view.card }
    : { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: view.text };
}

async function sayNow(parts: TeamsParts, { activity }: TurnContext, answer: Answer): Promise<void> {
  const view = viewOf(await parts.show(answer.notice, activity.from?.aadObjectId), answer.token);
  const conversation = { botId: activity.recipient.id, connectorId: activity.conversation.id };
  const called = await parts.connector.call({
    method: "POST",
    serviceUrl: activity.serviceUrl,
    path: ["v3", "conversations", activity.conversation.id, "activities"],
    body: activityFor(view, conversation),
  });
  if (called.kind !== "done") parts.log.error({ why: called.why }, "an answer could not be given");
}
