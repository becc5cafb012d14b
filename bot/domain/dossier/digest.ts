import type { Instant } from "../calendar.ts";
import type { OfficialId } from "../official.ts";
import type { DossierId } from "./dossier.ts";

/** What a line of the bundle tells. */
export const LINE_KINDS = [
  "taken", // somebody of the team took what you offered
  "added", // a kern was added to work in hand
  "info", // good to know; nothing to do
  "asked", // somebody asks you something
  "returned",
  "dueSoon",
  "due",
  "overdue",
  "waitOver", // the day it waited for has come
  "silence", // residents have not heard for long
  "promise", // the day that was promised is near
  "answered", // there is an answer to tell
  "feedbackDone", // residents were told
  "noOne", // nobody of the team can take it
  "assign", // a teamleider must decide
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface DigestLine {
  readonly kind: LineKind;
  readonly dossier: DossierId;
  /** What goes with it, without names of residents: a kern that was added, a remark. */
  readonly text: string;
}

/** Everything one person need not hear at once, told together at the next moment of delivery. */
export interface Digest {
  /** Official and moment: one bundle for each person and moment. */
  readonly id: string;
  readonly official: OfficialId;
  readonly at: Instant;
  readonly lines: readonly DigestLine[];
  readonly sent: boolean;
}

export function digestId(official: OfficialId, at: Instant): string {
  return `${official} ${at}`;
}
