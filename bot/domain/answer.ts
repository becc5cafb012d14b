import { monthsBetween, type Day } from "./calendar.ts";
import { contactFor, portefeuillehouderOf, regisseurOf, rolesOf, type Contact } from "./contact.ts";
import type { Kern } from "./kern.ts";
import type { Official } from "./official.ts";
import { whoOwns, type OwnershipFinding, type OwnershipRule } from "./ownership.ts";
import type { Portefeuille } from "./portefeuille.ts";
import type { AnsweredFromStore } from "./question.ts";
import type { Register } from "./register.ts";
import type { Channel, Topic } from "./topic.ts";

/** An ownership rule older than this without a fresh confirmation is said to be old. In months. */
export const CONFIRMED_TOO_LONG_AGO = 6;

/** Names by id, for what an answer refers to. */
export interface Names {
  readonly officials: Readonly<Record<string, string>>;
  readonly vakteams: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
}

/** One owner to show: the rule and whom to go to first. */
export interface Owner {
  readonly rule: OwnershipRule;
  readonly contact: Contact;
}

/** Everything a card can say about who owns a topic, worked out from the register on one day. */
export interface OwnerAnswer {
  readonly topic: Topic;
  readonly kern?: Kern | undefined;
  readonly finding: OwnershipFinding;
  /** One owner normally, several when rules contradict each other, none when nobody is known. */
  readonly owners: readonly Owner[];
  readonly regisseur?: Official | undefined;
  readonly portefeuille?: Portefeuille | undefined;
  readonly portefeuillehouder?: Official | undefined;
  readonly channel?: Channel | undefined;
  /** Whole months since the rule was last confirmed, when that is too long ago; "never" when it never was. */
  readonly unconfirmed?: number | "never" | undefined;
  /** The second topic that may have been meant, when the first is not certain. */
  readonly other?: Topic | undefined;
  /** Names of everything the answer refers to. */
  readonly names: Names;
  /** Who keeps the register: the next step when nobody is known. */
  readonly functioneelBeheer?: Official | undefined;
}

/** Works out the answer to a question; undefined when its topic has left the catalogue. */
export function answerTo(register: Register, question: AnsweredFromStore): OwnerAnswer | undefined {
  const [first, second] = question.topics;
  const topic = first && register.topics.get(first.topic);
  if (!topic) return undefined;
  const { kern, day } = question;
  const finding = whoOwns(register, topic.id, kern, day);
  const rules =
    finding.outcome === "owned" ? [finding.rule] : finding.outcome === "conflict" ? finding.rivals : [];
  const regisseur = kern === undefined ? undefined : regisseurOf(register, kern, day);
  const portefeuillehouder = portefeuillehouderOf(register, topic.id, day);
  const owners = rules.map((rule) => ({ rule, contact: contactFor(register, rule, day) }));
  return {
    topic,
    names: namesIn(register, owners),
    kern: kern === undefined ? undefined : register.kernen.get(kern),
    finding,
    owners,
    regisseur: regisseur === undefined ? undefined : register.officials.get(regisseur),
    portefeuille:
      topic.portefeuille === undefined ? undefined : register.portefeuilles.get(topic.portefeuille),
    portefeuillehouder:
      portefeuillehouder === undefined ? undefined : register.officials.get(portefeuillehouder),
    channel: topic.channel === undefined ? undefined : register.channels.get(topic.channel),
    unconfirmed: finding.outcome === "owned" ? unconfirmed(finding.rule, day) : undefined,
    other: question.certain || !second ? undefined : register.topics.get(second.topic),
    functioneelBeheer: functioneelBeheer(register, day),
  };
}

function namesIn(register: Register, owners: readonly Owner[]): Names {
  const officials = owners.flatMap(({ contact }) => [
    contact.official,
    ...contact.skipped.map((one) => one.official),
  ]);
  const named = <T extends { readonly name: string }>(
    rows: ReadonlyMap<string, T>,
    ids: readonly (string | undefined)[],
  ) => Object.fromEntries(ids.flatMap((id) => (id === undefined ? [] : [[id, rows.get(id)?.name ?? id]])));
  return {
    officials: named(register.officials, officials),
    vakteams: named(
      register.vakteams,
      owners.map(({ rule }) => rule.vakteam),
    ),
    topics: named(
      register.topics,
      owners.map(({ rule }) => rule.topic),
    ),
  };
}

/** Somebody who keeps the register and is there today. */
export function functioneelBeheer(register: Register, day: Day): Official | undefined {
  const role = rolesOf(register, { role: "functioneel beheer" }, day)[0];
  return role && register.officials.get(role.official);
}

/** Whole months since the rule was last confirmed, when that is too long ago; "never" when it never was. */
export function unconfirmed(rule: OwnershipRule, day: Day): number | "never" | undefined {
  if (rule.confirmedOn === undefined) return "never";
  const months = monthsBetween(rule.confirmedOn, day);
  return months >= CONFIRMED_TOO_LONG_AGO ? months : undefined;
}
