import type { PoolClient } from "pg";
import { inParts } from "../contents.ts";
import type { StoredRow } from "../migrations.ts";
import { REGISTER } from "../rows.ts";
import type { JournalEntry } from "../store.ts";
import type { Written } from "./commitStatement.ts";

/** Writes rows as they are, versions included; their keys are made afterwards, when all have today's shape. */
export async function addRecords(client: PoolClient, rows: readonly StoredRow[]): Promise<void> {
  for (const part of inParts(rows)) {
    await client.query(
      `insert into record (collection, id, version, body)
        select * from unnest($1::text[], $2::text[], $3::int[], $4::text[])`,
      [
        part.map(({ collection }) => collection),
        part.map(({ id }) => id),
        part.map(({ version }) => version),
        part.map(({ row }) => JSON.stringify(row)),
      ],
    );
  }
}

/** Lets every instance read its register again. */
export async function countStamps(client: PoolClient): Promise<void> {
  await client.query(
    `insert into stamp (collection, changes) select name, 1 from unnest($1::text[]) as name
      on conflict (collection) do update set changes = stamp.changes + 1`,
    [REGISTER],
  );
}

/** Rows in one journal entry: entries are read hundreds at a time, to seal and to check them. */
const IN_ENTRY = 20;

/** Tells the journal of any number of rows, in as many entries as that takes. */
export async function addActs(
  client: PoolClient,
  entry: JournalEntry,
  written: readonly Written[],
  schema: number,
): Promise<void> {
  for (const part of inParts(written, IN_ENTRY)) await addAct(client, entry, part, schema);
}

/** Tells the journal of rows that were written past `store_commits`. Answers the entry's number. */
export async function addAct(
  client: PoolClient,
  entry: JournalEntry,
  written: readonly Written[],
  schema: number,
  messages: readonly string[] = [],
): Promise<number> {
  const { rows } = await client.query<{ seq: number }>(
    "insert into journal (kind, body, schema) values ('act', $1, $2) returning seq",
    [JSON.stringify({ j: entry, w: written, o: messages }), schema],
  );
  const [added] = rows;
  if (!added) throw new TypeError("the journal gave no number");
  return added.seq;
}
