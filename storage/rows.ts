import { isDraft, isOpen } from "../bot/domain/dossier/dossier.ts";
import type { Collection, Rows } from "../bot/domain/rows.ts";

export type { Collection, Rows };

/** The collections that are read as a whole and changed rarely: the register, and where at Teams its vakteams are. */
export const REGISTER = [
  "kern",
  "topic",
  "channel",
  "portefeuille",
  "vakteam",
  "official",
  "role",
  "absence",
  "ownership",
  "vakteamChannel",
] as const satisfies readonly Collection[];

export type RegisterCollection = (typeof REGISTER)[number];

export const COLLECTIONS = [
  ...REGISTER,
  "conversation",
  "account",
  "accessRequest",
  "question",
  "proposal",
  "dossier",
  "intake",
  "numbering",
  "digest",
  "plan",
  "scheme",
  "decisionRecord",
  "pot",
  "token",
  "timer",
  "delivery",
] as const satisfies readonly Collection[];

/**
 * How rows can be looked up other than by id: collection → index name → the keys of a row.
 * Both engines keep these; a new way of looking up is one line here.
 */
export const INDEXES: {
  readonly [C in Collection]?: Readonly<Record<string, (row: Rows[C]) => readonly string[]>>;
} = {
  official: { entraId: (row) => (row.entraId === undefined ? [] : [row.entraId]) },
  conversation: { within: (row) => [row.channel, row.team].filter((id) => id !== undefined) },
  question: {
    awaiting: (row) => (row.status === "awaitingKern" ? [`${row.conversation} ${row.askedBy}`] : []),
    message: (row) => (row.message === undefined ? [] : [`${row.conversation} ${row.message}`]),
  },
  dossier: {
    open: (row) => (isOpen(row) ? ["yes"] : []),
    number: (row) => [row.number],
    topic: (row) => (row.topic === undefined ? [] : [row.topic]),
    kern: (row) => row.shares.flatMap(({ kern }) => kern ?? []),
    drafting: (row) =>
      row.draft !== undefined && isDraft(row) ? [`${row.draft.conversation} ${row.draft.by}`] : [],
  },
  digest: { pending: (row) => (row.sent ? [] : ["yes"]) },
  proposal: { open: (row) => (row.status === "open" ? [row.topic] : []) },
};
