import type { PracticeConnector } from "./connector.ts";
import type { ChatSeed, Person } from "./seed.ts";

/** A member as the Teams connector describes one. E-mail is left out: the room has no mailboxes. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly objectId: string;
  readonly tenantId: string;
  readonly userRole: "user" | "guest";
}

/** One page of a chat's members; page size and where to go on are in the query of the address. */
export function memberPage(
  connector: PracticeConnector,
  chat: ChatSeed,
  url: string,
): { readonly continuationToken?: string; readonly members: readonly Member[] } {
  const query = new URL(url, "http://127.0.0.1").searchParams;
  const members = membersOf(connector, chat);
  const from = Number(query.get("continuationToken") ?? 0) || 0;
  const size = Number(query.get("pageSize") ?? 0) || members.length;
  const next = from + size;
  return {
    members: members.slice(from, next),
    ...(next < members.length ? { continuationToken: String(next) } : {}),
  };
}

/** A member by Teams id or Entra id. */
export function memberOf(connector: PracticeConnector, chat: ChatSeed, id: string): Member | undefined {
  return membersOf(connector, chat).find((member) => member.id === id || member.aadObjectId === id);
}

function membersOf(connector: PracticeConnector, chat: ChatSeed): Member[] {
  return chat.members
    .map((id) => connector.room.person(id))
    .filter((person) => person !== undefined)
    .map((person: Person) => ({
      id: person.teamsId,
      name: person.name,
      aadObjectId: person.entraId,
      objectId: person.entraId,
      tenantId: connector.tenantId,
      userRole: connector.guests.has(person.id) ? "guest" : "user",
    }));
}
