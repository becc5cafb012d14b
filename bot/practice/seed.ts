import { createHash } from "node:crypto";
import { placeIn, type Day } from "../domain/calendar.ts";
import { ROLES, type Official, type Role, type RoleName } from "../domain/official.ts";
import type { Register } from "../domain/register.ts";
import type { ChatKind, RoleLine } from "./view.ts";

/** Somebody who can be played. */
export interface Person {
  /** The official's id. */
  readonly id: string;
  readonly name: string;
  readonly entraId: string;
  /** The `29:` id Teams gives a person towards one bot. */
  readonly teamsId: string;
  readonly roles: readonly RoleLine[];
}

/** A chat that exists when the room opens. */
export interface ChatSeed {
  readonly id: string;
  readonly kind: ChatKind;
  readonly title: string;
  /** Id at the connector; the same after every start, so that stored conversations stay reachable. */
  readonly conversationId: string;
  readonly members: readonly string[];
  /** For the channel of a vakteam: which. */
  readonly vakteam?: string;
}

export interface PracticeSeed {
  readonly people: readonly Person[];
  readonly chats: readonly ChatSeed[];
}

/** The bot and the tenant of the practice room, as activities name them. */
export const PRACTICE_BOT_ID = "28:kernwijzer-practice";
export const PRACTICE_TENANT_ID = uuid("tenant");

const GROUP_TITLE = "Overleg kernen";
/** Few enough for a conversation, and for the 60 people a card can be made personal for. */
const IN_GROUP: readonly RoleName[] = ["gebiedsregisseur", "programmamanager", "aanspreekpunt"];

/**
 * People and chats of the practice room: every active official with a personal chat with the bot, one group chat
 * of several roles, and a channel for each vakteam with whoever has a role in it on `day`.
 */
export function seedPractice(register: Register, day: Day): PracticeSeed {
  const roles = [...register.roles.values()].filter((role) => placeIn(role, day) === "within");
  const officials = [...register.officials.values()].filter((official) => official.active);
  const people = officials
    .map((official) => person(register, official, roles))
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, "nl"));
  const ids = new Set(people.map((one) => one.id));
  const among = (wanted: readonly (string | undefined)[]): string[] =>
    [...new Set(wanted)].filter((id) => id !== undefined).filter((id) => ids.has(id));
  const personal = people.map((one): ChatSeed => ({
    id: `personal.${one.id}`,
    kind: "personal",
    title: one.name,
    conversationId: `a:1${digest(`personal ${one.id}`)}`,
    members: [one.id],
  }));
  const group: ChatSeed = {
    id: "group.overleg-kernen",
    kind: "group",
    title: GROUP_TITLE,
    conversationId: `19:${digest("group overleg-kernen").slice(0, 32)}@thread.v2`,
    members: among(roles.filter((role) => IN_GROUP.includes(role.role)).map((role) => role.official)),
  };
  const channels = [...register.vakteams.values()].map((team): ChatSeed => ({
    id: `channel.${team.id}`,
    kind: "channel",
    title: team.name,
    vakteam: team.id,
    conversationId: `19:${digest(`channel ${team.id}`).slice(0, 32)}@thread.tacv2`,
    members: among(
      roles.filter((role) => role.vakteam === team.id).flatMap((role) => [role.official, role.deputy]),
    ),
  }));
  return { people, chats: [...personal, ...[group, ...channels].filter((chat) => chat.members.length > 0)] };
}

/** Where a person's first role stands among all roles; people without one come last. */
function rank({ roles: [first] }: Person): number {
  const place = ROLES.findIndex((role) => role === first?.role);
  return place < 0 ? ROLES.length : place;
}

function person(register: Register, official: Official, roles: readonly Role[]): Person {
  const own = roles.filter((role) => role.official === official.id);
  return {
    id: official.id,
    name: official.name,
    // Everybody has an Entra id in Teams, also whoever the register has not been linked to yet.
    entraId: official.entraId ?? uuid(`entra ${official.id}`),
    teamsId: `29:1${digest(`person ${official.id}`)}`,
    roles: ROLES.filter((name) => own.some((role) => role.role === name)).map((name) => ({
      role: name,
      scopes: own.filter((role) => role.role === name).flatMap((role) => scopeOf(register, role)),
    })),
  };
}

function scopeOf(register: Register, role: Role): string[] {
  const name =
    (role.kern && register.kernen.get(role.kern)?.name) ??
    (role.vakteam && register.vakteams.get(role.vakteam)?.name) ??
    (role.portefeuille && register.portefeuilles.get(role.portefeuille)?.name);
  return name === undefined ? [] : [name];
}

/** A stable UUID for a name within the practice room. */
export function uuid(name: string): string {
  const hex = createHash("sha256").update(`kernwijzer practice ${name}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function digest(name: string): string {
  return createHash("sha256").update(`kernwijzer practice ${name}`).digest("base64url");
}
