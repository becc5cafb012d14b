import type { AccessRequest } from "./accessRequest.ts";
import type { TeamsId } from "./account.ts";
import type { OwnerAnswer } from "./answer.ts";
import type { Day } from "./calendar.ts";
import type { Unreachable } from "./conversation.ts";
import type {
  ShownDigest,
  ShownDossier,
  ShownDossierForm,
  ShownDossierList,
  ShownHandover,
} from "./dossier/shownDossier.ts";
import type { Kern } from "./kern.ts";
import type {
  ShownPlan,
  ShownPlanForm,
  ShownPlanRefusal,
  ShownPlanTap,
  ShownPot,
} from "./kernbudget/shownPlan.ts";
import type { PlainText } from "./notice.ts";
import type { Official, RoleName } from "./official.ts";
import type { Proposal } from "./proposal.ts";
import type { Question } from "./question.ts";
import type { Refusal } from "./refusal.ts";
import type { Topic } from "./topic.ts";
import type { Vakteam } from "./vakteam.ts";
import type { Inputs, Verb } from "./verb.ts";

/** Who looks, and where. The same state shows differently to different people. */
export interface Viewer {
  /** The person a message is for; absent for everybody in a group or channel. */
  readonly official?: Official | undefined;
  readonly roles: readonly RoleName[];
}

/** A notice filled in with the state of this moment: all a card needs, nothing it may not show. */
export type Shown =
  | {
      readonly about: "question";
      readonly question: Question;
      readonly answer?: OwnerAnswer | undefined;
      /** Kernen to choose from while the question waits; empty otherwise. */
      readonly options: readonly Kern[];
      readonly allKernen: readonly Kern[];
      readonly kern?: Kern | undefined;
      readonly functioneelBeheer?: Official | undefined;
    }
  | {
      readonly about: "changeForm";
      readonly topic: Topic;
      readonly kern?: Kern | undefined;
      readonly vakteams: readonly Vakteam[];
    }
  | {
      readonly about: "forwardForm" | "callBackForm";
      readonly topic: Topic;
      readonly kern?: Kern | undefined;
    }
  | ShownProposal
  | ShownDossier
  | ShownDossierForm
  | ShownHandover
  | ShownDossierList
  | ShownDigest
  | { readonly about: "deputy"; readonly official: Official; readonly standIns: readonly StandIn[] }
  | ShownAccess
  | {
      readonly about: "accessDecided";
      readonly official?: Official | undefined;
      readonly reason?: string | undefined;
    }
  | ShownHolders
  | ShownPlan
  | ShownPlanForm
  | ShownPlanRefusal
  | ShownPlanTap
  | ShownPot
  | ShownUndelivered
  | { readonly about: "help" | "welcome"; readonly viewer: Viewer; readonly together?: boolean | undefined }
  | { readonly about: "channel"; readonly vakteams: readonly Vakteam[] }
  | { readonly about: "linkForm"; readonly vakteams: readonly Vakteam[] }
  | { readonly about: "channelLinked" | "channelUnlinked"; readonly vakteam: Vakteam }
  /** The answer takes longer than Teams waits: the same press again, which changes nothing twice. */
  | { readonly about: "slow"; readonly verb: Verb; readonly input: Inputs }
  | { readonly about: "text"; readonly text: PlainText }
  | { readonly about: "refusal"; readonly why: Refusal };

/** Somebody who is not in the register. Who they are is for functioneel beheer only. */
export interface ShownAccess {
  readonly about: "accessRequest";
  readonly request: AccessRequest;
  readonly viewerIs: "asker" | "beheer" | "other";
  /** Whether they may ask now, for the one it is about. */
  readonly mayAsk: boolean;
  readonly official?: Official | undefined;
  readonly decider?: Official | undefined;
  /** Whom they can be linked to; empty for everybody but functioneel beheer. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
}

/** A card in a group or channel on which some see more than the others do. */
export interface ShownPerPerson {
  /**
   * Whose Teams asks for a card of their own by itself, at most 60: of those who see more now the ones whose id is
   * known. The others can ask for theirs by hand. Absent when nobody sees more, and outside groups.
   */
  readonly refreshFor?: readonly TeamsId[] | undefined;
}

export interface ShownProposal extends ShownPerPerson {
  readonly about: "proposal";
  readonly proposal: Proposal;
  readonly topic: Topic;
  readonly kern?: Kern | undefined;
  /** Teams that owned the topic when it was proposed, by name; empty when nobody did. */
  readonly before: readonly Vakteam[];
  readonly newVakteam: Vakteam;
  readonly proposer: Official;
  readonly decider?: Official | undefined;
  /** Names of those who were asked to decide. */
  readonly askedOf: readonly Official[];
  /** The viewer may decide, proposed it, or only reads about it. */
  readonly viewerIs: "decider" | "proposer" | "informed";
}

/** Who stands in for somebody, in which of their roles. */
export interface StandIn {
  readonly role: RoleName;
  readonly deputy?: Official | undefined;
}

export interface ShownHolders {
  readonly about: "holders";
  readonly roles: readonly RoleName[];
  /** The kern, team or portefeuille that was named. */
  readonly scope?: string | undefined;
  readonly holders: readonly ShownHolder[];
}

interface ShownHolder {
  readonly name: string;
  readonly role: RoleName;
  /** Names of the kernen, teams or portefeuilles; empty for a role in the whole municipality. */
  readonly scopes: readonly string[];
  readonly awayUntil?: Day | undefined;
  readonly deputy?: Official | undefined;
}

/** What could not be delivered. Whom it was for, never what it said. */
export interface ShownUndelivered {
  readonly about: "undelivered";
  readonly messages: number;
  readonly people: readonly {
    readonly name: string;
    readonly since: Day;
    readonly why: Unreachable["why"];
  }[];
}
