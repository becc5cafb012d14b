import type { TeamsId } from "../domain/account.ts";
import { dayOf, type Day, type Instant } from "../domain/calendar.ts";
import { capacitiesOf } from "../domain/contact.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Notice } from "../domain/notice.ts";
import type { OfficialId } from "../domain/official.ts";
import type { Register } from "../domain/register.ts";
import type { Viewer } from "../domain/shown.ts";
import type { VakteamChannels } from "../domain/vakteamChannel.ts";
import type { Current } from "../registry.ts";
import type { Store } from "../../storage/store.ts";

/** The moment something is shown, and to whom. */
export interface Showing {
  readonly store: Store;
  readonly register: Register;
  readonly at: Instant;
  readonly day: Day;
  readonly viewer: Viewer;
  /** Entra object id of the viewer, in the register or not. */
  readonly entraId?: string | undefined;
  /** In a group or channel, where others see another card. */
  readonly together: boolean;
  /** Where everybody sees it; absent for what is shown to one person. */
  readonly conversation?: Place | undefined;
  readonly vakteamChannels: VakteamChannels;
}

export type Place = Pick<Conversation, "id" | "channel">;

/** Whom something is shown to; nobody in particular is everybody in the conversation. */
export interface Audience {
  readonly entraId?: string | undefined;
  readonly together: boolean;
  readonly conversation?: Place | undefined;
}

export function showingOf(
  store: Store,
  { register, vakteamChannels }: Current,
  at: Instant,
  { entraId, together, conversation }: Audience,
): Showing {
  const day = dayOf(at);
  const viewer = viewerOf(register, entraId, day);
  return { store, register, vakteamChannels, at, day, viewer, entraId, together, conversation };
}

/** Teams takes no more for one card. */
const MOST_REFRESHED = 60;

/**
 * See `ShownPerPerson.refreshFor`, for officials who see more. On somebody's own card only they themselves are named,
 * because Teams stops asking when that is left out.
 */
export async function refreshFor(
  { store, register, viewer, together }: Showing,
  officials: readonly OfficialId[],
): Promise<readonly TeamsId[] | undefined> {
  if (!together || officials.length === 0) return undefined;
  const me = viewer.official?.id;
  const wanted = me === undefined ? officials : officials.filter((id) => id === me);
  const entraIds = wanted.flatMap((id) => register.officials.get(id)?.entraId ?? []);
  const accounts = await Promise.all(entraIds.map((id) => store.get("account", id)));
  return accounts.flatMap((account) => account?.row.teamsId ?? []).slice(0, MOST_REFRESHED);
}

function viewerOf(register: Register, entraId: string | undefined, day: Day): Viewer {
  const official = [...register.officials.values()].find(
    (one) => entraId !== undefined && one.entraId === entraId,
  );
  const roles = official ? capacitiesOf(register, official.id, day).map(({ role }) => role) : [];
  return { official, roles: [...new Set(roles)] };
}

export function byName<T extends { readonly name: string }>(rows: Iterable<T>): readonly T[] {
  return [...rows].toSorted((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** What a notice refers to; throws when it is not there, which a notice made by `decide` cannot cause. */
export function known<T>(found: T | undefined, { about }: Notice): T {
  if (found === undefined) throw new Error(`a ${about} to show refers to something that is not in the store`);
  return found;
}
