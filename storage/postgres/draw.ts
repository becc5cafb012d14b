import type { Pool, PoolClient } from "pg";
import { freeCents, type Pot, type PotMove } from "../../bot/domain/pot.ts";
import type { Commit, CommitOutcome } from "../store.ts";
import type { Written } from "./commitStatement.ts";
import { storeCommits } from "./committer.ts";

/**
 * One conditional update: the pot moves only as far as its ceiling allows, whoever else draws at the same moment.
 * The row stays locked until the commit it belongs to is stored.
 */
const MOVE = `
update record set version = version + 1, body = (body::jsonb || jsonb_build_object(
  'committedCents', (body::jsonb ->> 'committedCents')::bigint + $2,
  'reservedCents', (body::jsonb ->> 'reservedCents')::bigint + $3,
  'paidCents', (body::jsonb ->> 'paidCents')::bigint + $4))::text
where collection = 'pot' and id = $1
  and (body::jsonb ->> 'committedCents')::bigint + $2 >= 0
  and (body::jsonb ->> 'reservedCents')::bigint + $3 >= 0
  and (body::jsonb ->> 'paidCents')::bigint + $4 between 0 and (body::jsonb ->> 'committedCents')::bigint + $2
  and (body::jsonb ->> 'committedCents')::bigint + $2 + (body::jsonb ->> 'reservedCents')::bigint + $3
    <= (body::jsonb ->> 'ceilingCents')::bigint
returning version, body`;

/** A commit with moves: the pots first, then everything else, in one transaction. */
export async function draw(pool: Pool, commit: Commit, key: string, schema: number): Promise<CommitOutcome> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const outcome = await drawWithin(client, commit, key, schema);
    await client.query(outcome.kind === "committed" ? "commit" : "rollback");
    client.release();
    return outcome;
  } catch (error) {
    // The connection may be what failed; a fresh one is made when it is needed.
    await client.query("rollback").catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function drawWithin(
  client: PoolClient,
  commit: Commit,
  key: string,
  schema: number,
): Promise<CommitOutcome> {
  const drawn: Written[] = [];
  // In one order everywhere, so that two commits on the same pots wait for each other and not in a circle.
  for (const move of (commit.moves ?? []).toSorted((a, b) => (a.pot < b.pot ? -1 : 1))) {
    const { rows } = await client.query<{ version: number; body: string }>({
      name: "move",
      text: MOVE,
      values: [move.pot, move.committedCents, move.reservedCents, move.paidCents],
    });
    const [after] = rows;
    if (!after) return refused(client, commit, move, key);
    drawn.push(["pot", move.pot, after.version, JSON.parse(after.body)]);
  }
  const [outcome] = await storeCommits(client, [{ commit, key, drawn }], schema);
  return outcome === "replayed" ? { kind: "replayed", reply: undefined } : { kind: outcome ?? "conflict" };
}

/** There is no room; unless this very command took it a moment ago, or a row has moved on meanwhile. */
async function refused(
  client: PoolClient,
  commit: Commit,
  move: PotMove,
  key: string,
): Promise<CommitOutcome> {
  const { changes } = commit;
  const { rows } = await client.query<{ pot: string | null; repeated: boolean; clash: boolean }>(
    `select (select body from record where collection = 'pot' and id = $1) as pot,
      exists (select from journal where key = $2) as repeated,
      exists (select from unnest($3::text[], $4::text[], $5::int[]) as given (collection, id, expect)
        left join record using (collection, id) where coalesce(version, 0) <> expect) as clash`,
    [
      move.pot,
      key,
      changes.map(({ collection }) => collection),
      changes.map(({ id }) => id),
      changes.map(({ expect }) => expect),
    ],
  );
  if (rows[0]?.repeated) return { kind: "replayed", reply: undefined };
  if (rows[0]?.clash) return { kind: "conflict" };
  const body = rows[0]?.pot;
  if (typeof body !== "string") throw new TypeError(`there is no pot ${move.pot}`);
  return { kind: "overCeiling", pot: move.pot, freeCents: freeCents(JSON.parse(body) as Pot) };
}
