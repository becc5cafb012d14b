import type { Instant } from "../domain/calendar.ts";
import type { Notice } from "../domain/notice.ts";
import type { Shown } from "../domain/shown.ts";
import type { Registry } from "../registry.ts";
import type { Store } from "../../storage/store.ts";
import { showAccessDecided, showAccessRequest } from "./accessRequest.ts";
import { showChannel, showLinked, showLinkForm } from "./channel.ts";
import { showDeputy } from "./deputy.ts";
import { showHolders } from "./holders.ts";
import { showProposal } from "./proposal.ts";
import { showChangeForm, showQuestion } from "./question.ts";
import { showUndelivered } from "./undelivered.ts";
import { showingOf } from "./showing.ts";

export interface ShowParts {
  readonly store: Store;
  readonly registry: Registry;
  readonly clock: () => Instant;
}

/**
 * Fills a notice in with the state of this moment, for one viewer; without one for everybody in a group or channel.
 * `together`: the viewer is in a group, so the card is one of their own. Reads only; never writes.
 */
export async function show(
  parts: ShowParts,
  notice: Notice,
  entraId: string | undefined,
  together = entraId === undefined,
): Promise<Shown> {
  const showing = showingOf(parts.store, await parts.registry.current(), parts.clock(), {
    entraId,
    together,
  });
  switch (notice.about) {
    case "question":
      return showQuestion(showing, notice);
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
