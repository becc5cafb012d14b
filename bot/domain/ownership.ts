import { placeIn, type Day, type Period } from "./calendar.ts";
import type { KernId } from "./kern.ts";
import type { OfficialId } from "./official.ts";
import type { Register } from "./register.ts";
import type { TopicId } from "./topic.ts";
import type { VakteamId } from "./vakteam.ts";

export type OwnershipRuleId = string;

/** Topic × kern → vakteam. Without a kern the rule holds everywhere. Ended rules stay as history. */
export interface OwnershipRule extends Period {
  readonly id: OwnershipRuleId;
  readonly topic: TopicId;
  readonly kern?: KernId | undefined;
  readonly vakteam: VakteamId;
  /** First contact within the team. */
  readonly person?: OfficialId | undefined;
  readonly deputy?: OfficialId | undefined;
  readonly confirmedOn?: Day | undefined;
  readonly confirmedBy?: OfficialId | undefined;
  /** Where the rule comes from: an import file, a proposal, a decision. */
  readonly source: string;
}

/** How close a rule is to what was asked, closest first. A kern on the rule counts before a broader topic. */
export type Level = "topicInKern" | "topic" | "parentInKern" | "parent";

/** What became of one rule that was looked at: the decision record, one line per rule. */
export interface Considered {
  readonly rule: OwnershipRuleId;
  readonly level: Level;
  readonly verdict: "used" | "tied" | "lessSpecific" | "notYetValid" | "ended";
}

/** Who owns a topic in a kern on a day, with every rule that was weighed. */
export type OwnershipFinding = {
  readonly topic: TopicId;
  readonly kern?: KernId | undefined;
  readonly day: Day;
  readonly considered: readonly Considered[];
} & (
  | { readonly outcome: "owned"; readonly rule: OwnershipRule; readonly level: Level }
  /** Equally close rules that disagree; a person must settle it. */
  | { readonly outcome: "conflict"; readonly rivals: readonly OwnershipRule[]; readonly level: Level }
  | { readonly outcome: "unknown" }
);

/**
 * Specificity decides, never the order in which rules stand: topic in this kern, topic everywhere, then the same
 * for each broader topic above it. Only rules valid on `day` count.
 */
export function whoOwns(
  register: Register,
  topic: TopicId,
  kern: KernId | undefined,
  day: Day,
): OwnershipFinding {
  const weighed = rulesFor(register, topic, kern).map((found) => ({
    ...found,
    place: placeIn(found.rule, day),
  }));
  const valid = weighed.filter((found) => found.place === "within");
  const closest = Math.min(...valid.map((found) => found.distance));
  const best = valid.filter((found) => found.distance === closest);
  const agreed = best.every((found) => sameOwner(found.rule, best[0]?.rule));
  const considered = weighed.map(({ rule, level, place, distance }): Considered => {
    const verdict =
      place === "before"
        ? "notYetValid"
        : place === "after"
          ? "ended"
          : distance > closest
            ? "lessSpecific"
            : agreed
              ? "used"
              : "tied";
    return { rule: rule.id, level, verdict };
  });
  const asked = { topic, kern, day, considered };
  const first = best.toSorted((a, b) => (b.rule.from ?? "").localeCompare(a.rule.from ?? ""))[0];
  if (!first) return { ...asked, outcome: "unknown" };
  if (agreed) return { ...asked, outcome: "owned", rule: first.rule, level: first.level };
  return { ...asked, outcome: "conflict", rivals: best.map((found) => found.rule), level: first.level };
}

/** Every rule about this topic or a broader one that can hold in this kern, with how far away it is. */
function rulesFor(register: Register, topic: TopicId, kern: KernId | undefined) {
  const line = topicAndAbove(register, topic);
  return line
    .flatMap((above) => rulesAbout(register, above))
    .filter((rule) => rule.kern === undefined || rule.kern === kern)
    .map((rule) => {
      const steps = line.indexOf(rule.topic);
      const everywhere = rule.kern === undefined;
      const level: Level =
        steps === 0 ? (everywhere ? "topic" : "topicInKern") : everywhere ? "parent" : "parentInKern";
      return { rule, level, distance: steps * 2 + (everywhere ? 1 : 0) };
    })
    .toSorted((a, b) => a.distance - b.distance || a.rule.id.localeCompare(b.rule.id));
}

/** The topic and its parents, closest first. A circle in the catalogue ends the walk: import refuses it. */
function topicAndAbove(register: Register, topic: TopicId): readonly TopicId[] {
  const line: TopicId[] = [];
  for (let at: TopicId | undefined = topic; at !== undefined && !line.includes(at);) {
    line.push(at);
    at = register.topics.get(at)?.parent;
  }
  return line;
}

function sameOwner(a: OwnershipRule, b: OwnershipRule | undefined): boolean {
  return b !== undefined && a.vakteam === b.vakteam && a.person === b.person;
}

/** Whether it matters which kern is meant: some rule for the topic or a broader one holds in one kern only. */
export function ownerDependsOnKern(register: Register, topic: TopicId, day: Day): boolean {
  return topicAndAbove(register, topic)
    .flatMap((above) => rulesAbout(register, above))
    .some((rule) => rule.kern !== undefined && placeIn(rule, day) === "within");
}

/** Rules by topic, worked out once per register: a register never changes, it is replaced. */
const byTopic = new WeakMap<Register, ReadonlyMap<TopicId, readonly OwnershipRule[]>>();

function rulesAbout(register: Register, topic: TopicId): readonly OwnershipRule[] {
  const rules = byTopic.get(register) ?? Map.groupBy(register.ownership.values(), (rule) => rule.topic);
  byTopic.set(register, rules);
  return rules.get(topic) ?? [];
}
