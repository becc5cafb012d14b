import type { Names, Owner, OwnerAnswer } from "../bot/domain/answer.ts";
import type { Skipped } from "../bot/domain/contact.ts";
import type { OwnershipFinding } from "../bot/domain/ownership.ts";
import { button } from "./actions.ts";
import { longDay, shortDay } from "./dates.ts";
import {
  card,
  facts,
  heading,
  plain,
  subtle,
  text,
  warning,
  type Action,
  type Card,
  type Element,
} from "./elements.ts";
import { nl } from "./texts.nl/index.ts";

/** Who owns a topic: one owner, a contradiction, nobody, or another organisation. */
export function ownerCard(answer: OwnerAnswer, danger: boolean, token: string): Card {
  const topic = plain(answer.topic.name);
  const kern = answer.kern && plain(answer.kern.name);
  const top: Element[] = [
    ...(danger ? [warning(nl.answer.danger)] : []),
    heading(nl.answer.title(topic, kern)),
  ];
  const isOwned = answer.finding.outcome === "owned" && answer.topic.elsewhere === undefined;
  const actions: Action[] = [
    ...(isOwned ? [button(nl.forward.button, "forwardForm", token)] : []),
    ...(isOwned ? [button(nl.forward.callButton, "callBackForm", token)] : []),
    ...(answer.other ? [button(nl.buttons.otherTopic(answer.other.name), "otherTopic", token)] : []),
    ...(answer.topic.elsewhere === undefined ? [button(nl.buttons.notRight, "notRight", token)] : []),
  ];
  const other = answer.other ? [text(nl.answer.other(plain(answer.other.name)))] : [];
  if (answer.topic.elsewhere !== undefined) {
    const who = facts([[nl.elsewhere.who, plain(answer.topic.elsewhere)]]);
    return card(
      nl.elsewhere.summary(answer.topic.name),
      [...top, text(nl.elsewhere.explain), ...who, ...other],
      actions,
    );
  }
  const [owner, rival] = answer.owners;
  if (owner && rival) return conflictCard(answer, [...top], [...other], actions);
  if (!owner) {
    const body = [
      ...top,
      text(nl.noOwner.explain),
      ...nextStep(answer),
      ...around(answer, undefined, []),
      ...other,
    ];
    return card(nl.noOwner.summary(answer.topic.name), body, actions);
  }
  const team = plain(answer.names.vakteams[owner.rule.vakteam] ?? owner.rule.vakteam);
  const first =
    owner.contact.official === undefined ? undefined : nameOf(answer.names, owner.contact.official);
  const body = [
    ...top,
    ...absences(owner, answer.names),
    ...around(answer, owner, [
      [nl.answer.team, team],
      [
        nl.answer.first,
        first === undefined ? nl.answer.wholeTeam : nl.answer.firstAs(first, owner.contact.as),
      ],
    ]),
    ...other,
    subtle(whyLine(answer, owner)),
  ];
  return card(summary(answer, owner), body, actions);
}

/** The answer in one sentence, as it is: this never shows as markup. */
function summary({ topic, kern, names }: OwnerAnswer, { rule, contact }: Owner): string {
  const first = contact.official === undefined ? undefined : names.officials[contact.official];
  return nl.answer.summary(topic.name, kern?.name, names.vakteams[rule.vakteam] ?? rule.vakteam, first);
}

function conflictCard(answer: OwnerAnswer, top: Element[], other: Element[], actions: Action[]): Card {
  const teams = answer.owners.map(({ rule, contact }) => {
    const first = contact.official === undefined ? undefined : nameOf(answer.names, contact.official);
    return text(`- ${nl.conflict.team(plain(answer.names.vakteams[rule.vakteam] ?? rule.vakteam), first)}`, {
      spacing: "small",
    });
  });
  const body = [
    ...top,
    warning(nl.conflict.explain),
    ...teams,
    ...nextStep(answer),
    ...around(answer, undefined, []),
    ...other,
  ];
  return card(nl.conflict.summary(answer.topic.name), body, actions);
}

/** One list: the owner, the regular channel, the people around it; then how fresh the rule is. */
function around(
  answer: OwnerAnswer,
  owner: Owner | undefined,
  ownerFacts: readonly (readonly [string, string])[],
): readonly Element[] {
  const { regisseur, portefeuille, portefeuillehouder, channel, kern } = answer;
  const confirmed =
    owner && (owner.rule.confirmedOn === undefined ? nl.answer.never : longDay(owner.rule.confirmedOn));
  const old =
    answer.unconfirmed === undefined
      ? []
      : [
          text(
            answer.unconfirmed === "never"
              ? nl.answer.neverConfirmed
              : nl.answer.unconfirmed(answer.unconfirmed),
          ),
        ];
  return [
    ...facts([
      ...ownerFacts,
      [nl.answer.channel, channel && `${plain(channel.name)}: ${plain(channel.how)}`],
      [nl.answer.regisseur, regisseur && kern && plain(regisseur.name)],
      [
        nl.answer.portefeuillehouder,
        portefeuillehouder &&
          portefeuille &&
          nl.answer.holder(plain(portefeuillehouder.name), plain(portefeuille.name)),
      ],
      [nl.answer.confirmed, confirmed],
    ]),
    ...old,
  ];
}

/** Who is passed over, until when, and never why. */
function absences(owner: Owner, names: Names): readonly Element[] {
  if (owner.contact.skipped.length === 0) return [];
  const lines = owner.contact.skipped.map((skipped) => absenceLine(skipped, names));
  const next = owner.contact.official;
  const go =
    next === undefined ? [] : [nl.answer.goTo(nl.answer.firstAs(nameOf(names, next), owner.contact.as))];
  return [warning([...lines, ...go].join(" "))];
}

function absenceLine(skipped: Skipped, names: Names): string {
  const until = skipped.until === undefined ? undefined : shortDay(skipped.until);
  const away = nl.answer.absent(nameOf(names, skipped.official), until);
  return skipped.hasDeputy ? away : `${away} ${nl.answer.noDeputy}`;
}

/** One line straight from the decision record: which rule, how close, and what else was weighed. */
function whyLine(answer: OwnerAnswer, owner: Owner): string {
  const { finding } = answer;
  if (finding.outcome !== "owned") return "";
  const topic = plain(answer.names.topics[owner.rule.topic] ?? owner.rule.topic);
  const kern = answer.kern && plain(answer.kern.name);
  return [nl.answer.why(finding.level, topic, kern, plain(owner.rule.source)), ...weighed(finding)].join(" ");
}

function weighed(finding: OwnershipFinding): readonly string[] {
  const ended = finding.considered.filter(({ verdict }) => verdict === "ended").length;
  const notYet = finding.considered.some(({ verdict }) => verdict === "notYetValid");
  return [...(ended > 0 ? [nl.answer.ended(ended)] : []), ...(notYet ? [nl.answer.notYet] : [])];
}

function nextStep(answer: OwnerAnswer): readonly Element[] {
  const beheer = answer.functioneelBeheer && plain(answer.functioneelBeheer.name);
  if (answer.owners.length > 1) return beheer === undefined ? [] : [text(nl.conflict.next(beheer))];
  return [...weighed(answer.finding).map((line) => text(line)), text(nl.notKnown.next(beheer))];
}

function nameOf(names: Names, official: string): string {
  return plain(names.officials[official] ?? official);
}
