// "19:30" and "https://" are not followed by what somebody says.
const COLON = /:(?=\s|\p{L}|$)(?!\/\/)/u;
// Further on a colon belongs to the story.
const LONGEST_HEAD = 100;

/** "antwoord op wipkip genderen: komt nieuw" → what it is for, and what is said. Undefined without such a colon. */
export function splitAtColon(text: string): { readonly head: string; readonly said: string } | undefined {
  const colon = COLON.exec(text)?.index ?? -1;
  if (colon <= 0 || colon > LONGEST_HEAD) return undefined;
  return { head: text.slice(0, colon).trim(), said: text.slice(colon + 1).trim() };
}
