import type { PoolClient, QueryResultRow } from "pg";

const AT_ONCE = 500;
let cursors = 0;

/** The rows of a query as of now, a page at a time: all of them need not fit in memory. Only within a transaction. */
export async function* inPages<Row extends QueryResultRow>(
  client: PoolClient,
  query: string,
): AsyncGenerator<readonly Row[]> {
  const cursor = `pages_${(cursors += 1)}`;
  await client.query(`declare ${cursor} no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${AT_ONCE} from ${cursor}`);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await client.query(`close ${cursor}`);
}
