import { dayOf } from "../bot/domain/calendar.ts";
import type { Shown, ShownAccess } from "../bot/domain/shown.ts";
import { button } from "./actions.ts";
import { chooseOne } from "./choosing.ts";
import { longDay } from "./dates.ts";
import { card, facts, heading, plain, subtle, text, type Card, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Somebody who is not in the register: what they see themselves, and what functioneel beheer decides on. */
export function accessRequestCard(shown: ShownAccess, token: string | undefined): Card {
  switch (shown.viewerIs) {
    case "asker":
      return askerCard(shown, token);
    case "beheer":
      return beheerCard(shown, token);
    case "other":
      return card(nl.access.title, [heading(nl.access.title), text(nl.access.other)]);
  }
}

function askerCard({ request, mayAsk, official }: ShownAccess, token: string | undefined): Card {
  const { access, help } = nl;
  const asks = mayAsk && token !== undefined && request.status === "offered";
  const standing = {
    offered: access.offered,
    open: access.waiting,
    linked: access.linked(plain(official?.name ?? "")),
    refused: access.refused,
  }[request.status];
  return card(
    help.welcomeTitle,
    [
      heading(help.welcomeTitle),
      text(`${help.welcome} ${access.anybody}`),
      text(standing),
      ...(request.status === "refused" ? facts([[access.reason, plain(request.reason)]]) : []),
      ...(asks ? [subtle(access.whatIsSent)] : []),
    ],
    asks ? [button(nl.buttons.askAccess, "askAccess", token, "positive")] : [],
  );
}

function beheerCard(shown: ShownAccess, token: string | undefined): Card {
  const { access } = nl;
  const { request, candidates, official } = shown;
  const asked = request.status === "offered" ? undefined : request;
  const body: readonly Element[] = [
    heading(access.title),
    ...facts([
      [access.name, plain(asked?.name ?? access.nameless)],
      [access.entraId, plain(request.person)],
      [access.askedAt, asked && longDay(dayOf(asked.askedAt))],
    ]),
  ];
  const decider = plain(shown.decider?.name ?? "");
  switch (request.status) {
    case "offered":
      return card(access.title, [...body, text(access.notAsked)]);
    case "linked":
      return card(access.title, [...body, text(access.linkedBy(decider, plain(official?.name ?? "")))]);
    case "refused":
      return card(access.title, [
        ...body,
        text(access.refusedBy(decider)),
        ...facts([[access.reason, plain(request.reason)]]),
      ]);
    case "open": {
      if (token === undefined) return card(access.title, [...body, text(access.elsewhere)]);
      const refuse = button(nl.buttons.refuseAccess, "refuse", token);
      const link = button(nl.buttons.link, "link", token, "positive");
      const nobody = candidates.length === 0;
      return card(
        access.title,
        [
          ...body,
          text(nobody ? access.noCandidates : access.check),
          ...(nobody ? [] : [whoIsIt(candidates, token)]),
          { type: "Input.Text", id: "reason", label: access.reasonInput, isMultiline: true, maxLength: 500 },
        ],
        nobody ? [refuse] : [link, refuse],
      );
    }
  }
}

/** Not required on the card: who is not let in is nobody in the list. */
function whoIsIt(candidates: ShownAccess["candidates"], token: string): Element {
  const {
    isRequired: _not,
    value: _none,
    ...field
  } = chooseOne(
    {
      id: "official",
      label: nl.access.official,
      errorMessage: nl.access.officialRequired,
      dataset: "officials",
      choices: candidates,
    },
    token,
  );
  return field;
}

/** What the one who asked hears. */
export function accessDecidedText({ official, reason }: Shown & { about: "accessDecided" }): string {
  const { access } = nl;
  return official ? access.linked(plain(official.name)) : access.refusedBecause(plain(reason ?? ""));
}
