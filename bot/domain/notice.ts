import type { AccessRequestId } from "./accessRequest.ts";
import type { ConversationId } from "./conversation.ts";
import type { RoleAsked } from "./holders.ts";
import type { DossierId } from "./dossier/dossier.ts";
import type { DossierList } from "./dossier/list.ts";
import type { Act } from "./dossier/moves.ts";
import type { PlanId } from "./kernbudget/plan.ts";
import type { PlanRefusal } from "./kernbudget/refusal.ts";
import type { SchemeId } from "./kernbudget/scheme.ts";
import type { PlanForm } from "./kernbudget/verbs.ts";
import type { ProposalId } from "./proposal.ts";
import type { QuestionId } from "./question.ts";
import type { Refusal } from "./refusal.ts";
import type { Subject } from "./token.ts";
import type { VakteamId } from "./vakteam.ts";

/** What somebody is told: a reference to state, never a finished card. Cards are made from it when it is shown. */
export type Notice =
  | { readonly about: "question"; readonly question: QuestionId }
  | { readonly about: "changeForm"; readonly question: QuestionId }
  | { readonly about: "forwardForm" | "callBackForm"; readonly question: QuestionId }
  | { readonly about: "proposal"; readonly proposal: ProposalId }
  /** Somebody who is not in the register: to themselves, and to functioneel beheer when they ask to be. */
  | { readonly about: "accessRequest"; readonly request: AccessRequestId }
  /** To the one who asked: what was decided. */
  | { readonly about: "accessDecided"; readonly request: AccessRequestId }
  | {
      readonly about: "dossier" | "dossierMore" | "dossierWhy" | "dossierTimeline";
      readonly dossier: DossierId;
    }
  /** The form of one step. */
  | { readonly about: "dossierForm"; readonly dossier: DossierId; readonly step: Act }
  /** A person's bundle of what need not be heard at once. */
  | { readonly about: "digest"; readonly digest: string }
  | ({ readonly about: "dossierList" } & DossierList)
  | { readonly about: "deputy"; readonly official: string }
  | ({ readonly about: "holders" } & RoleAsked)
  /** For functioneel beheer: what could not be delivered, and who cannot be reached. */
  | { readonly about: "undelivered" }
  | { readonly about: "plan" | "planMore"; readonly plan: PlanId }
  | { readonly about: "planForm"; readonly plan: PlanId; readonly form: PlanForm }
  | { readonly about: "planRefusal"; readonly plan: PlanId; readonly why: PlanRefusal }
  /** Words do not decide: these plans wait for a tap. */
  | { readonly about: "planTap"; readonly plans: readonly PlanId[] }
  | { readonly about: "pot"; readonly scheme: SchemeId }
  | { readonly about: "help" }
  | { readonly about: "welcome" }
  /** The card a channel is greeted with: what the bot does there, and whose channel it is. */
  | { readonly about: "channel"; readonly conversation: ConversationId }
  | { readonly about: "linkForm"; readonly conversation: ConversationId }
  /** This is the channel of a vakteam from now on, or not any more. */
  | { readonly about: "channelLinked" | "channelUnlinked"; readonly vakteam: VakteamId }
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
  "whichVakteam",
  "onlyInChannel",
  "inRegister",
  "sentPrivately",
  "whichKern",
  "handoverWhat",
  "noKernbudget",
  "planPrivately",
] as const;
export type PlainText = (typeof PLAIN_TEXTS)[number];

/** What the card of an object says of it now. */
export function noticeOf({ kind, id }: Subject): Notice {
  switch (kind) {
    case "question":
      return { about: "question", question: id };
    case "proposal":
      return { about: "proposal", proposal: id };
    case "dossier":
      return { about: "dossier", dossier: id };
    case "conversation":
      return { about: "channel", conversation: id };
    case "accessRequest":
      return { about: "accessRequest", request: id };
    case "plan":
      return { about: "plan", plan: id };
  }
}
