import { dayOf } from "./domain/calendar.ts";
import { rolesOf } from "./domain/contact.ts";
import { personalConversation, type Unreachable } from "./domain/conversation.ts";
import type { Official } from "./domain/official.ts";
import type { Register } from "./domain/register.ts";
import { standInFor } from "./domain/standIn.ts";
import { newToken } from "./domain/token.ts";
import { putRow, type PutParts } from "./putRow.ts";
import type { Commit, OutboxItem, OutboxMessage } from "../storage/store.ts";

export interface UndeliveredParts extends PutParts {
  readonly register: () => Promise<Register>;
  /** Makes an unguessable id of 128 bits. */
  readonly newId: () => string;
}

/** Between the ids of those who were tried, in the id of the message to the next. */
const NEXT = ">";

/** Nothing is sent there until somebody is heard from there again. */
export async function markUnreachable(
  parts: UndeliveredParts,
  conversation: string,
  why: Unreachable["why"],
): Promise<void> {
  const since = parts.clock();
  await putRow(parts, "conversation", conversation, (known) =>
    known === undefined || known.unreachable !== undefined
      ? undefined
      : { ...known, unreachable: { since, why } },
  );
}

/** Asks somebody else what this person cannot be asked. Only what waits for an answer; news can be missed. */
export async function serveInstead(parts: UndeliveredParts, item: OutboxItem): Promise<void> {
  const token = item.token === undefined ? undefined : (await parts.store.get("token", item.token))?.row;
  if (!token || item.addressee === undefined) return;
  const register = await parts.register();
  const [id = "", ...before] = item.id.split(NEXT);
  const missed = byEntraId(register, item.addressee);
  if (!missed) return;
  const tried = [...before, missed.id];
  const next = standInFor(register, missed.id, new Set(tried), dayOf(parts.clock()));
  const entraId = register.officials.get(next ?? "")?.entraId;
  if (entraId === undefined) return;
  const fresh = newToken(parts, token.subject, token.version, [entraId]);
  await commitMessages(
    parts,
    "serveInstead",
    [fresh.change],
    [
      {
        id: [id, ...tried].join(NEXT),
        conversation: personalConversation(entraId),
        addressee: entraId,
        notice: item.notice,
        token: fresh.token,
        correlation: item.correlation,
      },
    ],
  );
}

/** Giving up is loud: functioneel beheer has one card that tells what was not delivered, and it is brought up to date. */
export async function giveUp(parts: UndeliveredParts, item: OutboxItem): Promise<void> {
  if (item.notice.about === "undelivered") return;
  const register = await parts.register();
  const beheer = rolesOf(register, { role: "functioneel beheer" }, dayOf(parts.clock()));
  const told = [...new Set(beheer.map(({ official }) => official))].flatMap(
    (official) => register.officials.get(official)?.entraId ?? [],
  );
  await commitMessages(
    parts,
    "giveUp",
    [],
    told.map((entraId) => ({
      id: parts.newId(),
      conversation: personalConversation(entraId),
      addressee: entraId,
      notice: { about: "undelivered" },
      card: `undelivered:${entraId}`,
      correlation: item.correlation,
    })),
  );
}

async function commitMessages(
  { store, clock, log }: UndeliveredParts,
  act: string,
  changes: Commit["changes"],
  outbox: readonly OutboxMessage[],
): Promise<void> {
  if (outbox.length === 0) return;
  const journal = {
    who: "kernwijzer",
    capacity: "",
    at: clock(),
    act,
    why: "a message could not be delivered",
  };
  const outcome = await store.commit({ changes, journal, outbox, reply: null });
  if (outcome.kind !== "committed")
    log.error({ act, outcome: outcome.kind }, "nobody could be told of a lost message");
}

function byEntraId(register: Register, entraId: string): Official | undefined {
  return [...register.officials.values()].find((official) => official.entraId === entraId);
}
