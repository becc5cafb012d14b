import type { Pool, QueryConfig } from "pg";
import type { Instant } from "../../bot/domain/calendar.ts";
import { outcomeAndRow } from "../settled.ts";
import type { OutboxItem, OutboxMessage, SendOutcome } from "../store.ts";
import { ask, withConnection } from "./connect.ts";
import { keysOf } from "./indexKeys.ts";
import type { Shape } from "./shape.ts";
import { isUnavailable, orUnavailable } from "./trouble.ts";

interface MessageRow {
  readonly body: string;
  readonly attempts: number;
  readonly state: "ready" | "unknown" | "dead";
}

interface Settled extends ReturnType<typeof outcomeAndRow> {
  readonly now: Instant;
}

/**
 * Per conversation the oldest message only, so that several instances keep its order; what another instance is
 * taking at this moment is passed over. Nothing, when the messages have a newer shape by now than this code reads.
 */
const CLAIM = `
with due as (
  select id from message
  where state = 'ready'
    and (lease_until is null or lease_until <= $1) and (not_before is null or not_before <= $1)
    and not exists (
      select from message as earlier where earlier.conversation = message.conversation and earlier.state = 'ready'
        and (earlier.seq, earlier.place) < (message.seq, message.place))
  order by seq, place limit $4 for update skip locked
), reminder as (
  select id from message
  where state = 'unknown' and not_before <= $1 and (lease_until is null or lease_until <= $1)
  order by not_before limit $4 for update skip locked
)
update message set lease_owner = $2, lease_from = $1, lease_until = $3
where id in (select id from due union all select id from reminder limit $4)
  and exists (select from store where schema = $5)
returning body, attempts, state, seq, place`;

/** A clock that went back takes leases and waits along, so that nothing waits for the lost time. */
const SHIFT = `
update message set
  lease_until = case when lease_from > $1 then $1 + (lease_until - lease_from) else lease_until end,
  lease_from = least(lease_from, $1),
  not_before = case when tried_at > $1 then $1 + (not_before - tried_at) else not_before end,
  tried_at = least(tried_at, $1)
where lease_from > $1 or tried_at > $1`;

/**
 * What is left of a message after a send, and the journal's entry about it. $5 is set when this is told once more:
 * then it may have been stored the first time.
 */
const WAITING = "id = $1 and state <> 'dead' and not ($5 and coalesce(tried_at = $4, false))";
const ENTRY = "insert into journal (kind, body, schema) select 'send', $2, $3 from done";
const SENT = `with done as (delete from message where ${WAITING} returning id) ${ENTRY}`;
const SENT_CARD = "select settle_sent($1, $2, $3, $4, $5, $6, $7)";
const TRIED = `
with done as (
  update message set attempts = attempts + 1, tried_at = $4, not_before = $6, why = $7, lease_until = null,
    state = case when $8 = 'unknown' and state = 'unknown' then 'dead' when $8 = 'retry' then state else $8 end
  where ${WAITING} returning id
) ${ENTRY}`;

/** Messages on their way out, for any number of instances on one database. */
export class PostgresOutbox {
  readonly #pool: Pool;
  readonly #shape: Shape;
  /** How sends ended that the database could not be told yet. */
  readonly #untold = new Map<string, Settled>();
  #lastNow: Instant | undefined;

  constructor(pool: Pool, shape: Shape) {
    this.#pool = pool;
    this.#shape = shape;
  }

  claim(limit: number, owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]> {
    return orUnavailable(this.#claim(limit, owner, leaseMs, now));
  }

  /**
   * When the database is away this is kept, and told before anything is claimed again: what was sent was sent. A crash
   * before that sends it once more, when its lease is past.
   */
  async settle(id: string, outcome: SendOutcome, now: Instant): Promise<void> {
    const settled = { ...outcomeAndRow(outcome), now };
    try {
      await this.#settle(id, settled, false);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#untold.set(id, settled);
    }
  }

  /** Tells what could not be told before. Rejects while the database is away. */
  async finish(): Promise<void> {
    for (const [id, settled] of this.#untold) {
      await this.#settle(id, settled, true);
      this.#untold.delete(id);
    }
  }

  async #claim(limit: number, owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]> {
    await this.finish();
    if (this.#lastNow === undefined || now < this.#lastNow)
      await ask(this.#pool, { text: SHIFT, values: [now] });
    this.#lastNow = now;
    const until = new Date(Date.parse(now) + leaseMs).toISOString();
    const rows = await ask<MessageRow & { seq: number; place: number }>(this.#pool, {
      name: "claim",
      text: CLAIM,
      values: [now, owner, until, limit, this.#shape.schema],
    });
    return rows.toSorted((a, b) => a.seq - b.seq || a.place - b.place).map(itemOf);
  }

  async #settle(id: string, settled: Settled, again: boolean): Promise<void> {
    const statement = settlement(id, settled, again, this.#shape);
    await withConnection(this.#pool, (client) => client.query(statement));
  }
}

/** Messages that were given up on, oldest first. */
export async function deadMessages(pool: Pool): Promise<readonly OutboxItem[]> {
  const text = "select body, attempts, state from message where state = 'dead' order by seq, place";
  return (await orUnavailable(ask<MessageRow>(pool, text))).map(itemOf);
}

function settlement(
  id: string,
  { outcome, delivery, now }: Settled,
  again: boolean,
  { schema, indexes }: Shape,
): QueryConfig {
  const body = JSON.stringify({ id, at: now, outcome });
  const told = [id, body, schema, now, again];
  if (outcome.kind !== "sent") {
    const values = [...told, nextTry(outcome), outcome.why, outcome.kind];
    return { name: "tried", text: TRIED, values };
  }
  if (delivery === undefined) return { name: "sent", text: SENT, values: told };
  const row = [delivery.id, keysOf({ collection: "delivery", row: delivery }), JSON.stringify(delivery)];
  return { name: "sentCard", text: SENT_CARD, values: [id, body.slice(0, -1), schema, indexes, ...row] };
}

function nextTry(outcome: Exclude<SendOutcome, { kind: "sent" }>): Instant | null {
  if (outcome.kind === "dead") return null;
  return outcome.kind === "retry" ? outcome.notBefore : outcome.remindAt;
}

function itemOf({ body, attempts, state }: MessageRow): OutboxItem {
  const message = JSON.parse(body) as OutboxMessage;
  return state === "unknown" ? { ...message, attempts, unknown: true } : { ...message, attempts };
}
