import { z } from "zod";
import type { Incoming } from "../domain/incoming.ts";
import type { Connector } from "./connector.ts";

/** What is used of a member of a conversation as the connector tells it. Source: Microsoft Learn, "Get member details". */
const Member = z.object({
  id: z.string(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  tenantId: z.string().optional(),
  userPrincipalName: z.string().optional(),
  userRole: z.string().optional(),
});

/** How Entra writes the name of an account that was invited from elsewhere. */
const INVITED = "#EXT#";

/**
 * Whether somebody is a guest here; undefined when that could not be found out. Asks the connector of the very
 * conversation, once: the answer is kept with the account. A guest has an Entra id of our tenant like anybody else, and
 * no activity tells of it.
 */
export async function isGuest(
  connector: Pick<Connector, "call">,
  { person, conversation }: Incoming,
): Promise<boolean | undefined> {
  const { connectorId, serviceUrl } = conversation;
  if (connectorId === undefined || serviceUrl === undefined || person.teamsId === undefined) return undefined;
  const called = await connector.call({
    method: "GET",
    serviceUrl,
    path: ["v3", "conversations", connectorId, "members", person.teamsId],
  });
  if (called.kind !== "done") return undefined;
  const read = Member.safeParse(jsonIn(called.text));
  if (!read.success) return undefined;
  const { tenantId, userPrincipalName, userRole } = read.data;
  const entraId = read.data.aadObjectId ?? read.data.objectId;
  // Somebody else was told of: then nothing is known.
  if (entraId !== undefined && entraId.toLowerCase() !== person.entraId.toLowerCase()) return undefined;
  return (
    (userRole !== undefined && !MEMBERS.includes(userRole.toLowerCase())) ||
    (userPrincipalName ?? "").toUpperCase().includes(INVITED) ||
    (tenantId !== undefined && tenantId.toLowerCase() !== person.tenantId.toLowerCase())
  );
}

/** Roles at Teams of people of the tenant itself. Whatever else there may be is no reason to let anybody in. */
const MEMBERS = ["user", "owner", "member"];

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no member, so nothing is known
  }
}
