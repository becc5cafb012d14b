import type { Shown } from "../bot/domain/shown.ts";
import { accessDecidedText, accessRequestCard } from "./accessRequest.ts";
import { refreshOf } from "./actions.ts";
import { channelCard, linkFormCard } from "./channel.ts";
import { dossierCard, hiddenCard } from "./dossier.ts";
import { dossierFormCard } from "./dossierForm.ts";
import { digestCard, dossierListCard } from "./dossierList.ts";
import { moreCard, timelineCard, whyCard } from "./dossierStory.ts";
import { plain, type Card } from "./elements.ts";
import { forwardFormCard } from "./forward.ts";
import { handoverCard } from "./handover.ts";
import { deputyCard, helpCard, holdersCard } from "./help.ts";
import { planCard, planMoreCard } from "./plan.ts";
import { planFormCard } from "./planForm.ts";
import { planRefusalText, planTapText } from "./planWords.ts";
import { potCard } from "./pot.ts";
import { changeFormCard, proposalCard } from "./proposal.ts";
import { questionCard } from "./question.ts";
import { slowCard } from "./slow.ts";
import { undeliveredCard } from "./undelivered.ts";
import { nl } from "./texts.nl/index.ts";

/** What is shown: a card with the sentence that stands for it, or a sentence alone. */
export type View = { readonly card: Card; readonly text: string } | { readonly text: string };

/**
 * State → what an official sees, on every surface. `token` goes into the buttons; without one a card has no buttons and
 * no fields. Where some see more than others, their Teams asks for a card of their own.
 */
export function viewOf(shown: Shown, token: string | undefined): View {
  const made = cardOf(shown, token);
  if (typeof made === "string") return { text: made };
  const card = token === undefined ? readOnly(made) : { ...made, ...refreshing(shown, token) };
  return { card, text: made.fallbackText };
}

function readOnly(card: Card): Card {
  return {
    ...card,
    body: card.body.filter(({ type }) => type !== "ActionSet" && !type.startsWith("Input.")),
  };
}

function refreshing(shown: Shown, token: string): Pick<Card, "refresh"> {
  const userIds = "refreshFor" in shown ? shown.refreshFor : undefined;
  return userIds === undefined ? {} : { refresh: refreshOf(token, userIds) };
}

function cardOf(shown: Shown, token: string | undefined): Card | string {
  if ("sight" in shown && shown.sight === "nothing") return hiddenCard(shown);
  switch (shown.about) {
    case "question":
      return questionCard(shown, token ?? "");
    case "changeForm":
      return changeFormCard(shown, token ?? "");
    case "forwardForm":
    case "callBackForm":
      return forwardFormCard(shown, token ?? "");
    case "dossier":
      return dossierCard(shown, token ?? "");
    case "dossierMore":
      return moreCard(shown, token ?? "");
    case "dossierWhy":
      return whyCard(shown, token ?? "");
    case "dossierTimeline":
      return timelineCard(shown, token ?? "");
    case "dossierForm":
      return dossierFormCard(shown, token ?? "");
    case "handover":
      return handoverCard(shown, token ?? "");
    case "dossierList":
      return dossierListCard(shown, token);
    case "digest":
      return digestCard(shown, token);
    case "proposal":
      return proposalCard(shown, token);
    case "accessRequest":
      return accessRequestCard(shown, token);
    case "accessDecided":
      return accessDecidedText(shown);
    case "deputy":
      return deputyCard(shown);
    case "holders":
      return holdersCard(shown);
    case "undelivered":
      return undeliveredCard(shown);
    case "plan":
      return planCard(shown, token ?? "");
    case "planMore":
      return planMoreCard(shown, token ?? "");
    case "planForm":
      return planFormCard(shown, token ?? "");
    case "planRefusal":
      return planRefusalText(shown);
    case "planTap":
      return planTapText(shown);
    case "pot":
      return potCard(shown);
    case "help":
    case "welcome":
      return helpCard(shown);
    case "channel":
      return channelCard(shown, token ?? "");
    case "linkForm":
      return linkFormCard(shown, token ?? "");
    case "channelLinked":
      return nl.channel.linkedNow(plain(shown.vakteam.name));
    case "channelUnlinked":
      return nl.channel.unlinked(plain(shown.vakteam.name));
    case "slow":
      return slowCard(shown, token ?? "");
    case "text":
      return nl.plain[shown.text];
    case "refusal":
      return nl.refusals[shown.why];
  }
}
