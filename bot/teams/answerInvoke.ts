import { viewOf } from "../../cards/index.ts";
import { nl } from "../../cards/texts.nl/index.ts";
import type { Answer } from "../domain/decision.ts";
import type { Incoming, Press } from "../domain/incoming.ts";
import {
  choicesBody,
  failureBody,
  refusedBody,
  sentenceBody,
  unsupportedBody,
  viewBody,
  type InvokeBody,
} from "./invokeBody.ts";
import { inTime } from "./inTime.ts";
import type { TeamsParts } from "./parts.ts";
import type { Read } from "./read.ts";

/**
 * The body that answers an invoke, whatever was asked and whatever happens: nothing is left to the SDK, whose own
 * answers are empty and whose status is an error's. `name` is as it was posted.
 */
export async function answerInvoke(
  parts: TeamsParts,
  read: Read,
  correlation: string,
  name: unknown,
): Promise<InvokeBody> {
  switch (read.kind) {
    case "incoming":
      return answerPress(parts, read.incoming, correlation);
    case "refresh":
      return answerRefresh(parts, read, correlation);
    case "search":
      return inTime(parts, correlation, async () => choicesBody(await searched(parts, read)), CLIENT_WAITS);
    case "unreadablePress":
      return sentenceBody(nl.refusals.unknownButton);
    case "ignored":
      return unsupportedBody(name);
  }
}

/** Nobody pressed anything: the client asked by itself, so the card stays as it is. */
const CLIENT_WAITS = {
  late: () => failureBody(nl.refusals.slow),
  failed: () => failureBody(nl.refusals.failed),
} as const;

function searched(parts: TeamsParts, { searching, token, person }: Read & { kind: "search" }) {
  return parts.search(searching, token, person.entraId);
}

async function answerPress(parts: TeamsParts, incoming: Incoming, correlation: string): Promise<InvokeBody> {
  const { act, person, conversation } = incoming;
  const together = conversation.kind !== "personal";
  const pressed = async (): Promise<InvokeBody> => {
    const answer = (await parts.handle(incoming)) ?? (await asItIs(parts, act, person.entraId));
    return answer ? drawn(parts, answer, person.entraId, together) : unsupportedBody(undefined);
  };
  return inTime(parts, correlation, pressed, {
    late: () => (act.kind === "press" ? slow(act) : failureBody(nl.refusals.slow)),
    failed: () => sentenceBody(nl.refusals.failed),
  });
}

/** The press was made before from a client that is answered by message: the card is shown as it is now. */
async function asItIs(parts: TeamsParts, act: Incoming["act"], entraId: string): Promise<Answer | undefined> {
  return act.kind === "press" ? parts.refresh(act.token, entraId) : undefined;
}

/** The same press again does nothing twice, so it is the way to see what became of it. */
function slow({ verb, input, token }: Press): InvokeBody {
  return viewBody(viewOf({ about: "slow", verb, input }, token));
}

async function answerRefresh(
  parts: TeamsParts,
  { token, person, trigger }: Read & { kind: "refresh" },
  correlation: string,
): Promise<InvokeBody> {
  const refreshed = async (): Promise<InvokeBody> => {
    const { notice, ...answer } = await parts.refresh(token, person.entraId);
    // A client that asks by itself must not make sentences pop up each time a chat is opened.
    if (notice.about === "refusal" && trigger === "automatic") return refusedBody(nl.refusals[notice.why]);
    return drawn(parts, { notice, ...answer }, person.entraId, true);
  };
  return inTime(parts, correlation, refreshed, CLIENT_WAITS);
}

async function drawn(
  parts: TeamsParts,
  { notice, token }: Answer,
  entraId: string,
  together: boolean,
): Promise<InvokeBody> {
  return viewBody(viewOf(await parts.show(notice, entraId, together), token));
}
