import { z } from "zod";
import type { BotAnswer } from "./botClient.ts";
import type { SearchOutcome } from "./view.ts";

const Answer = z.object({
  statusCode: z.number(),
  type: z.string().optional(),
  value: z.unknown().optional(),
});
const Failure = z.object({ message: z.string() });
const SearchValue = z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) });

/** What a button's answer asks Teams to do. */
export type CardAnswer =
  | { readonly kind: "card"; readonly card: unknown }
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "nothing" }
  | {
      readonly kind: "failed";
      readonly why: "noAnswer" | "status" | "refused";
      readonly text?: string | undefined;
    };

/** Reads the answer to `adaptiveCard/action` as Teams does: `{statusCode, type, value}` in an HTTP 200. */
export function readCardAnswer(answer: BotAnswer): CardAnswer {
  if (!answer.ok) return { kind: "failed", why: answer.status === undefined ? "noAnswer" : "status" };
  if (answer.body === undefined) return { kind: "nothing" };
  const parsed = Answer.safeParse(answer.body);
  if (!parsed.success) return { kind: "failed", why: "status" };
  const { statusCode, type, value } = parsed.data;
  if (statusCode === 200 && type === "application/vnd.microsoft.card.adaptive")
    return { kind: "card", card: value };
  if (
    statusCode === 200 &&
    type === "application/vnd.microsoft.activity.message" &&
    typeof value === "string"
  ) {
    return { kind: "message", text: value };
  }
  const failure = Failure.safeParse(value);
  return { kind: "failed", why: "refused", text: failure.success ? failure.data.message : undefined };
}

/** Reads the answer to `application/search`. */
export function readSearchAnswer(answer: BotAnswer): SearchOutcome {
  if (!answer.ok) return { kind: "failed", why: answer.status === undefined ? "noAnswer" : "status" };
  const parsed = Answer.safeParse(answer.body);
  const value = parsed.success ? SearchValue.safeParse(parsed.data.value) : undefined;
  if (!parsed.success || parsed.data.statusCode !== 200 || !value?.success)
    return { kind: "failed", why: "refused" };
  return { kind: "results", results: value.data.results };
}
