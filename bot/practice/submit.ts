import { z } from "zod";

const Submit = z.object({
  msteams: z.object({
    type: z.string(),
    text: z.string().optional(),
    displayText: z.string().optional(),
    value: z.unknown().optional(),
  }),
});

/** What Teams makes of an `Action.Submit`: a silent value, or words in the chat when its data asks for that. */
export function shownBySubmit(data: unknown): {
  readonly value: unknown;
  readonly text?: string;
  readonly display?: string;
} {
  const parsed = Submit.safeParse(data);
  if (!parsed.success) return { value: data };
  const { type, text, displayText, value } = parsed.data.msteams;
  if (type === "imBack" && typeof value === "string")
    return { value: undefined, text: value, display: value };
  if (type === "messageBack" && text !== undefined) {
    return { value: value ?? data, text, ...(displayText === undefined ? {} : { display: displayText }) };
  }
  return { value: data };
}
