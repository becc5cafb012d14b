import { CloudAdapter, type Request, type Response, type TurnContext } from "botbuilder";
import { viewOf } from "../../cards/index.ts";
import type { Answer } from "../domain/decision.ts";
import type { Refusal } from "../domain/refusal.ts";
import { answerInvoke } from "./answerInvoke.ts";
import { inTime } from "./inTime.ts";
import type { TeamsParts } from "./parts.ts";
import { readActivity, type Read } from "./read.ts";
import { activityFor } from "./send.ts";

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
  // Nobody collects replies: with this set, the SDK would answer in the place of our own answer.
  delete (activity as { deliveryMode?: string }).deliveryMode;
  const correlation = parts.newId();
  const read = readActivity(activity, { now: parts.clock(), correlation, tenantId: parts.tenantId });
  if (read.kind === "ignored") parts.log.info({ correlation, why: read.why }, "ignored an activity");
  if (activity.type === "invoke") {
    const body = await answerInvoke(parts, read, correlation, activity.name);
    await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
    return;
  }
  const answer = await answerMessage(parts, read, correlation);
  // Answers to messages leave through the outbox. Only what could not be stored, and presses from clients that send
  // them as messages and that changed nothing, are answered here.
  if (answer) await sayNow(parts, context, answer, viewerOf(read));
}

async function answerMessage(
  parts: TeamsParts,
  read: Read,
  correlation: string,
): Promise<Answer | undefined> {
  if (read.kind === "unreadablePress") return refusal("unknownButton");
  if (read.kind !== "incoming") return undefined;
  return inTime(parts, correlation, () => parts.handle(read.incoming), {
    late: () => refusal("slow"),
    failed: () => refusal("failed"),
  });
}

function refusal(why: Refusal): Answer {
  return { notice: { about: "refusal", why } };
}

/** Whatever is said aloud in a group is drawn for everybody in it. */
function viewerOf(read: Read): string | undefined {
  if (read.kind !== "incoming" || read.incoming.conversation.kind !== "personal") return undefined;
  return read.incoming.person.entraId;
}

async function sayNow(
  parts: TeamsParts,
  { activity }: TurnContext,
  answer: Answer,
  viewer: string | undefined,
): Promise<void> {
  const view = viewOf(await parts.show(answer.notice, viewer), answer.token);
  const conversation = { botId: activity.recipient.id, connectorId: activity.conversation.id };
  const called = await parts.connector.call({
    method: "POST",
    serviceUrl: activity.serviceUrl,
    path: ["v3", "conversations", activity.conversation.id, "activities"],
    body: activityFor(view, conversation),
  });
  if (called.kind !== "done") parts.log.error({ why: called.why }, "an answer could not be given");
}
