import type { Instant } from "../domain/calendar.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import type { Registry } from "../registry.ts";
import type { Store } from "../../storage/store.ts";
import { showAccessDecided, showAccessRequest } from "./accessRequest.ts";
import { showChannel, showLinked, showLinkForm } from "./channel.ts";
import { showDeputy } from "./deputy.ts";
import { showDossier } from "./dossier.ts";
import { showDossierForm } from "./dossierForm.ts";
import { showDigest, showDossierList } from "./dossierList.ts";
import { showHolders } from "./holders.ts";
import { showPlan, showPlanForm, showPlanRefusal, showPlanTap, showPot } from "./plan.ts";
import { showProposal } from "./proposal.ts";
import { showChangeForm, showForwardForm, showQuestion } from "./question.ts";
import { showUndelivered } from "./undelivered.ts";
import { showingOf, type Place } from "./showing.ts";

export interface ShowParts {
  readonly store: Store;
  readonly registry: Registry;
  readonly clock: () => Instant;
}

/**
 * Fills a notice in with the state of this moment, for one viewer; without one for everybody in a group or channel.
 * `together`: the viewer is in a group, so the card is one of their own. `conversation` is needed only where everybody
 * there sees it. Reads only; never writes.
 */
export async function show(
  parts: ShowParts,
  notice: Notice,
  entraId: string | undefined,
  together = entraId === undefined,
  conversation?: Place,
): Promise<Shown> {
  const showing = showingOf(parts.store, await parts.registry.current(), parts.clock(), {
    entraId,
    together,
    conversation,
  });
  switch (notice.about) {
    case "question":
      return showQuestion(showing, notice);
    case "dossier":
    case "dossierMore":
    case "dossierWhy":
    case "dossierTimeline":
      return showDossier(showing, notice);
    case "dossierForm":
      return showDossierForm(showing, notice);
    case "dossierList":
      return showDossierList(showing, notice);
    case "digest":
      return showDigest(showing, notice);
    case "forwardForm":
    case "callBackForm":
      return showForwardForm(showing, notice);
    case "changeForm":
      return showChangeForm(showing, notice);
    case "proposal":
      return showProposal(showing, notice);
    case "accessRequest":
      return showAccessRequest(showing, notice);
    case "accessDecided":
      return showAccessDecided(showing, notice);
    case "deputy":
      return showDeputy(showing, notice);
    case "holders":
      return showHolders(showing, notice);
    case "undelivered":
      return showUndelivered(showing);
    case "plan":
    case "planMore":
      return showPlan(showing, notice);
    case "planForm":
      return showPlanForm(showing, notice);
    case "planRefusal":
      return showPlanRefusal(showing, notice);
    case "planTap":
      return showPlanTap(showing, notice);
    case "pot":
      return showPot(showing, notice);
    case "help":
    case "welcome":
      return { about: notice.about, viewer: showing.viewer, together };
    case "channel":
      return showChannel(showing, notice);
    case "linkForm":
      return showLinkForm(showing);
    case "channelLinked":
    case "channelUnlinked":
      return showLinked(showing, notice);
    case "text":
    case "refusal":
      return notice;
  }
}
