import type { Shown, ShownProposal } from "../bot/domain/shown.ts";
import { dayOf } from "../bot/domain/calendar.ts";
import { button, buttonWithoutInputs } from "./actions.ts";
import { chooseOne } from "./choosing.ts";
import { longDay } from "./dates.ts";
import { card, facts, heading, plain, text, type Card, type Element } from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** The form behind "Klopt niet". */
export function changeFormCard(shown: Shown & { about: "changeForm" }, token: string): Card {
  const { changeForm } = nl;
  const kern = shown.kern && plain(shown.kern.name);
  const title = changeForm.title(plain(shown.topic.name), kern);
  const scope: readonly Element[] =
    shown.kern === undefined
      ? []
      : [
          {
            type: "Input.ChoiceSet",
            id: "scope",
            label: changeForm.scope,
            style: "expanded",
            value: "all",
            choices: [
              { title: changeForm.everywhere, value: "all" },
              { title: changeForm.onlyIn(shown.kern.name), value: "kern" },
            ],
          },
        ];
  return card(
    changeForm.title(shown.topic.name, shown.kern?.name),
    [
      heading(title),
      text(changeForm.explain),
      chooseOne(
        {
          id: "vakteam",
          label: changeForm.vakteam,
          errorMessage: changeForm.vakteamRequired,
          dataset: "vakteams",
          choices: shown.vakteams,
        },
        token,
      ),
      ...scope,
      {
        type: "Input.Text",
        id: "remark",
        label: changeForm.remark,
        placeholder: changeForm.remarkHint,
        isMultiline: true,
        maxLength: 500,
      },
    ],
    [
      button(nl.buttons.propose, "propose", token, "positive"),
      buttonWithoutInputs(nl.buttons.back, "back", token),
    ],
  );
}

/** A proposed change, as seen by who decides, who proposed it, and whose team it was. */
export function proposalCard(shown: ShownProposal, token: string | undefined): Card {
  const { proposal: words } = nl;
  const { proposal } = shown;
  const topic = plain(shown.topic.name);
  const team = plain(shown.newVakteam.name);
  const body: readonly Element[] = [
    heading(words.title(topic, shown.kern && plain(shown.kern.name))),
    ...facts([
      [
        words.now,
        shown.before.length === 0 ? words.nobody : shown.before.map(({ name }) => plain(name)).join(", "),
      ],
      [words.new, team],
      [words.scope, shown.kern ? plain(shown.kern.name) : words.everywhere],
      [words.by, plain(shown.proposer.name)],
      [words.remark, proposal.remark === "" ? undefined : plain(proposal.remark)],
    ]),
  ];
  const mayDecide = proposal.status === "open" && shown.viewerIs === "decider" && token !== undefined;
  if (!mayDecide)
    return card(words.summary(shown.topic.name, shown.newVakteam.name), [...body, ...outcome(shown)]);
  const reason: Element = {
    type: "Input.Text",
    id: "reason",
    label: words.reasonInput,
    isMultiline: true,
    maxLength: 500,
  };
  return card(
    words.summary(shown.topic.name, shown.newVakteam.name),
    [...body, text(words.ask), reason],
    [button(nl.buttons.accept, "accept", token, "positive"), button(nl.buttons.refuse, "refuse", token)],
  );
}

function outcome(shown: ShownProposal): readonly Element[] {
  const { proposal: words } = nl;
  const { proposal } = shown;
  if (proposal.status === "open") {
    const asked = shown.askedOf.map(({ name }) => plain(name)).join(", ");
    if (shown.viewerIs === "proposer") return [text(asked === "" ? words.nobodyToAsk : words.sent(asked))];
    return [text(words.informed(plain(shown.newVakteam.name)))];
  }
  const decider = plain(shown.decider?.name ?? proposal.decidedBy);
  if (proposal.status === "refused") {
    return [
      text(words.refused(decider)),
      ...facts([[words.reason, proposal.reason && plain(proposal.reason)]]),
    ];
  }
  const done = text(words.accepted(decider, longDay(dayOf(proposal.decidedAt))));
  return shown.viewerIs === "proposer" ? [done, text(words.thanks)] : [done];
}
