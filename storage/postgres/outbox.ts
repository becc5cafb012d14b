import type { Pool } from "pg";
import type { Instant } from "../../bot/domain/calendar.ts";
import type { OutboxItem, OutboxMessage, SendOutcome } from "../store.ts";

interface MessageRow {
  readonly body: string;
  readonly attempts: number;
  readonly state: "ready" | "unknown" | "dead";
}

/**
 * Per conversation the oldest message only, so that several instances keep its order; what another instance is
 * taking at this moment is passed over.
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
returning body, attempts, state, seq, place`;

/** A clock that went back takes leases and waits along, so that nothing waits for the lost time. */
const SHIFT = `
update message set
  lease_until = case when lease_from > $1 then $1 + (lease_until - lease_from) else lease_until end,
  lease_from = least(lease_from, $1),
  not_before = case when tried_at > $1 then $1 + (not_before - tried_at) else not_before end,
  tried_at = least(tried_at, $1)
where lease_from > $1 or tried_at > $1`;

const SETTLE = {
  sent: `with done as (delete from message where id = $1 and state <> 'dead' returning id)
    insert into journal (kind, body) select 'send', $2 from done`,
  retry: `with tried as (
      update message set attempts = attempts + 1, tried_at = $3, not_before = $4, lease_until = null
      where id = $1 and state <> 'dead' returning id)
    insert into journal (kind, body) select 'send', $2 from tried`,
  unknown: `with tried as (
      update message set attempts = attempts + 1, tried_at = $3, not_before = $4, why = $5, lease_until = null,
        state = case state when 'unknown' then 'dead' else 'unknown' end
      where id = $1 and state <> 'dead' returning id)
    insert into journal (kind, body) select 'send', $2 from tried`,
  dead: `with tried as (
      update message set attempts = attempts + 1, tried_at = $3, why = $4, lease_until = null, state = 'dead'
      where id = $1 and state <> 'dead' returning id)
    insert into journal (kind, body) select 'send', $2 from tried`,
} as const;

/** Messages on their way out, for any number of instances on one database. */
export class PostgresOutbox {
  readonly #pool: Pool;
  #lastNow: Instant | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async claim(limit: number, owner: string, leaseMs: number, now: Instant): Promise<readonly OutboxItem[]> {
    if (this.#lastNow === undefined || now < this.#lastNow) {
      await this.#pool.query(SHIFT, [now]);
    }
    this.#lastNow = now;
    const until = new Date(Date.parse(now) + leaseMs).toISOString();
    const { rows } = await this.#pool.query<MessageRow & { seq: number; place: number }>({
      name: "claim",
      text: CLAIM,
      values: [now, owner, until, limit],
    });
    return rows.toSorted((a, b) => a.seq - b.seq || a.place - b.place).map(itemOf);
  }

  async settle(id: string, outcome: SendOutcome, now: Instant): Promise<void> {
    const body = JSON.stringify({ id, at: now, outcome });
    await this.#pool.query({
      name: `settle ${outcome.kind}`,
      text: SETTLE[outcome.kind],
      values: [id, body, ...valuesOf(outcome, now)],
    });
  }

  async dead(): Promise<readonly OutboxItem[]> {
    const text = "select body, attempts, state from message where state = 'dead' order by seq, place";
    return (await this.#pool.query<MessageRow>(text)).rows.map(itemOf);
  }
}

function valuesOf(outcome: SendOutcome, now: Instant): readonly string[] {
  switch (outcome.kind) {
    case "sent":
      return [];
    case "retry":
      return [now, outcome.notBefore];
    case "unknown":
      return [now, outcome.remindAt, outcome.why];
    case "dead":
      return [now, outcome.why];
  }
}

function itemOf({ body, attempts, state }: MessageRow): OutboxItem {
  const message = JSON.parse(body) as OutboxMessage;
  return state === "unknown" ? { ...message, attempts, unknown: true } : { ...message, attempts };
}
