import type { RoleAsked } from "./holders.ts";
import type { ProposalId } from "./proposal.ts";
import type { QuestionId } from "./question.ts";
import type { Refusal } from "./refusal.ts";

/** What somebody is told: a reference to state, never a finished card. Cards are made from it when it is shown. */
export type Notice =
  | { readonly about: "question"; readonly question: QuestionId }
  | { readonly about: "changeForm"; readonly question: QuestionId }
  | { readonly about: "proposal"; readonly proposal: ProposalId }
  | { readonly about: "deputy"; readonly official: string }
  | ({ readonly about: "holders" } & RoleAsked)
  | { readonly about: "help" }
  | { readonly about: "welcome" }
  | { readonly about: "text"; readonly text: PlainText }
  | { readonly about: "refusal"; readonly why: Refusal };

/** Short fixed answers; the words are in `cards/texts`. */
export const PLAIN_TEXTS = [
  "thanks",
  "smallTalk",
  "outOfReach",
  "personalFigures",
  "offRecord",
  "english",
  "whoDoYouMean",
] as const;
export type PlainText = (typeof PLAIN_TEXTS)[number];
