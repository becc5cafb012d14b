import type { Day } from "../domain/calendar.ts";
import { contactFor, type Contact } from "../domain/contact.ts";
import type { KernId } from "../domain/kern.ts";
import type { Reader, Reading } from "../domain/language/reading.ts";
import { whoOwns, type Considered, type OwnershipFinding, type OwnershipRule } from "../domain/ownership.ts";
import type { Register } from "../domain/register.ts";
import type { TopicId } from "../domain/topic.ts";
import { understood } from "./understood.ts";

/** What the bot understands of a sentence and who owns the best topic, for a person to read. */
export function findText(register: Register, reader: Reader, text: string, day: Day): string {
  const reading = reader.read(text);
  const [best] = reading.topics;
  const kernen = reading.kernen.length > 0 ? reading.kernen : [undefined];
  const owners = best === undefined ? [] : kernen.map((kern) => ownerOf(register, best.topic, kern, day));
  return [understanding(register, text, reading), ...owners].join("\n\n");
}

function understanding(register: Register, text: string, reading: Reading): string {
  const found = understood(register, text, reading);
  const topics = found.topics.map(
    ({ id, name, taakveld, score }) =>
      `${score.toFixed(2)}  ${name} (${[id, taakveld].filter(Boolean).join(", ")})`,
  );
  const people = reading.officials.map((id) => register.officials.get(id)?.name ?? id);
  return facts([
    ["text", [text]],
    ["intent", [found.intent]],
    ["kern", found.kernen.length > 0 ? found.kernen : ["none"]],
    ["may be", found.ambiguous],
    ["topics", topics.length > 0 ? topics : ["none"]],
    ["person", people],
    ["certain", [reading.certain ? "yes" : "no"]],
    ["scope", [found.scope]],
  ]);
}

function ownerOf(register: Register, topic: TopicId, kern: KernId | undefined, day: Day): string {
  const finding = whoOwns(register, topic, kern, day);
  const { name = topic, elsewhere, channel } = register.topics.get(topic) ?? {};
  const where = kern === undefined ? "" : ` in ${register.kernen.get(kern)?.name ?? kern}`;
  const door = channel === undefined ? undefined : register.channels.get(channel);
  return `${name}${where} on ${day}\n${facts([
    ["not ours", elsewhere === undefined ? [] : [elsewhere]],
    ["owner", owners(register, finding)],
    ["contact", contacts(register, finding, day)],
    ["channel", door === undefined ? [] : [`${door.name}: ${door.how}`]],
    ["why", finding.considered.length > 0 ? finding.considered.map(reason) : ["no rule in the register"]],
  ])}`;
}

function owners(register: Register, finding: OwnershipFinding): string[] {
  const team = ({ vakteam }: OwnershipRule) => register.vakteams.get(vakteam)?.name ?? vakteam;
  if (finding.outcome === "owned") return [team(finding.rule)];
  if (finding.outcome === "unknown") return ["not known"];
  return finding.rivals.map((rule) => `${team(rule)} (conflict: rule ${rule.id})`);
}

function contacts(register: Register, finding: OwnershipFinding, day: Day): string[] {
  if (finding.outcome !== "owned") return [];
  const contact = contactFor(register, finding.rule, day);
  const name = (id: string) => register.officials.get(id)?.name ?? id;
  const first = contact.official === undefined ? "the team as a whole" : name(contact.official);
  const skipped = contact.skipped.map(
    ({ official, until }) =>
      `${name(official)} is ${until === undefined ? "not active" : `away until ${until}`}`,
  );
  return [`${first} (${ROLE_OF[contact.as]})`, ...skipped];
}

const ROLE_OF: Readonly<Record<Contact["as"], string>> = {
  named: "named on the rule",
  deputy: "stands in",
  aanspreekpunt: "aanspreekpunt of the team",
  teamleider: "teamleider",
  team: "nobody of it is there",
};

function reason({ rule, level, verdict }: Considered): string {
  return `rule ${rule}: ${LEVEL[level]}, ${VERDICT[verdict]}`;
}

const LEVEL: Readonly<Record<Considered["level"], string>> = {
  topicInKern: "this topic in this kern",
  topic: "this topic everywhere",
  parentInKern: "a broader topic in this kern",
  parent: "a broader topic everywhere",
};

const VERDICT: Readonly<Record<Considered["verdict"], string>> = {
  used: "used",
  tied: "tied with another",
  lessSpecific: "less specific",
  notYetValid: "not valid yet",
  ended: "ended",
};

/** Names in one column, their values beside them; names without values are left out. */
function facts(entries: readonly (readonly [name: string, values: readonly string[]])[]): string {
  return entries
    .flatMap(([name, values]) =>
      values.map((value, index) => `${(index === 0 ? name : "").padEnd(9)}${value}`),
    )
    .join("\n");
}
