import { CloudAdapter, INVOKE_RESPONSE_KEY, type Request, type Response, type TurnContext } from "botbuilder";
import { viewOf, type View } from "../../cards/index.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Incoming } from "../domain/incoming.ts";
import type { Refusal } from "../domain/refusal.ts";
import { answerInvoke } from "./answerInvoke.ts";
import { inTime } from "./inTime.ts";
import type { TeamsParts } from "./parts.ts";
import { readActivity } from "./read.ts";
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
      parts.metrics.refused(refused);
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
  return (
    typeof type === "string" && type !== "" && (channelData === undefined || typeof channelData === "object")
  );
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
    // Where the SDK looks for it; sending it would first read the activity, and fail on what is wrong with that.
    context.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body } });
    return;
  }
  // Answers to messages leave through the outbox. Only what could not be stored, and presses from clients that send
  // them as messages and that changed nothing, are answered here.
  if (read.kind === "unreadablePress") await sayNow(parts, read.conversation, refused("unknownButton"));
  if (read.kind !== "incoming") return;
  const { incoming } = read;
  const view = await inTime(parts, correlation, () => answerAloud(parts, incoming), {
    late: () => refused("slow"),
    failed: () => refused("failed"),
  });
  if (view) await sayNow(parts, incoming.conversation, view);
}

function refused(why: Refusal): View {
  return viewOf({ about: "refusal", why }, undefined);
}

/** Whatever is said aloud in a group is drawn for everybody in it. */
async function answerAloud(parts: TeamsParts, incoming: Incoming): Promise<View | undefined> {
  const answer = await parts.handle(incoming);
  if (!answer) return undefined;
  const { conversation } = incoming;
  const shown = await parts.show(answer.notice, conversation.entraId, undefined, conversation);
  return viewOf(shown, answer.token);
}

async function sayNow({ connector, log }: TeamsParts, place: Conversation, view: View): Promise<void> {
  const { connectorId = "", serviceUrl = "" } = place;
  const called = await connector.call({
    method: "POST",
    serviceUrl,
    path: ["v3", "conversations", connectorId, "activities"],
    body: activityFor(view, place),
  });
  if (called.kind !== "done") log.error({ why: called.why }, "an answer could not be given");
}
