-- Up Migration

-- One row: which store this is, and the shape of the rows in it.
create table store (
  id uuid not null,
  schema integer not null,
  only_one boolean primary key default true check (only_one)
);

-- Every row of every collection, as JSON text. `keys` are what it can be looked up by.
create table record (
  collection text collate "C" not null,
  id text collate "C" not null,
  version integer not null check (version > 0),
  keys text[] not null default '{}',
  body text not null,
  primary key (collection, id),
  -- The last net under the ledger: whatever a statement does, a pot is never overdrawn.
  constraint pot_is_whole check (
    case when collection = 'pot' then
      (body::jsonb ->> 'committedCents')::bigint >= 0
      and (body::jsonb ->> 'reservedCents')::bigint >= 0
      and (body::jsonb ->> 'paidCents')::bigint between 0 and (body::jsonb ->> 'committedCents')::bigint
      and (body::jsonb ->> 'committedCents')::bigint + (body::jsonb ->> 'reservedCents')::bigint
        <= (body::jsonb ->> 'ceilingCents')::bigint
    else true end
  )
);
create index record_keys on record using gin (keys) where keys <> '{}';

-- How often the collections changed that are kept at hand.
create table stamp (
  collection text primary key,
  changes bigint not null
);

-- What happened, append-only. An act carries its idempotency key and the reply that belongs to it.
create table journal (
  seq bigint generated always as identity primary key,
  xact xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('act', 'send', 'opened', 'closed')),
  key text unique,
  -- The shape that rows and reply had then.
  schema integer not null default 1,
  body text not null,
  reply text
);

-- The hash chain over the journal, laid a moment after an act, so that acts need not wait for each other.
create table seal (
  lsn bigint primary key,
  seq bigint not null unique references journal (seq),
  hash text not null
);

-- Messages on their way out. A message that left is gone from here.
create table message (
  id text primary key,
  conversation text not null,
  seq bigint not null,
  place integer not null,
  body text not null,
  state text not null default 'ready' check (state in ('ready', 'unknown', 'dead')),
  attempts integer not null default 0,
  tried_at timestamptz,
  not_before timestamptz,
  lease_owner text,
  lease_from timestamptz,
  lease_until timestamptz,
  why text
);
create index message_line on message (conversation, seq, place) where state = 'ready';
create index message_reminder on message (not_before) where state = 'unknown';

-- Stores commits in one call and one flush, all of them or none. Answers the journal's number for each, null for one
-- whose key exists already and of which nothing was stored. A row with another version than expected ends the call
-- with KW001. `*_of` tells for each row and message which commit it belongs to.
create function store_commits(
  keys text[], bodies text[], replies text[], schema_now integer,
  row_of integer[], collections text[], ids text[], expects integer[], row_keys text[], row_bodies text[],
  stamps text[],
  message_of integer[], message_ids text[], conversations text[], messages text[]
) returns bigint[] language plpgsql as $$
declare
  seqs bigint[];
  wanted integer;
  touched integer := 0;
  done integer;
begin
  -- First: a key that exists already lets nothing else of its commit happen.
  if cardinality(keys) = 1 then
    insert into journal (kind, key, body, reply, schema)
      values ('act', keys[1], bodies[1], replies[1], schema_now)
      on conflict (key) do nothing returning array[seq] into seqs;
    seqs := coalesce(seqs, array[null::bigint]);
  else
    with entry as (
      insert into journal (kind, key, body, reply, schema)
      select 'act', given.key, given.body, given.reply, schema_now
      from unnest(keys, bodies, replies) as given (key, body, reply)
      on conflict (key) do nothing returning journal.seq, journal.key
    )
    select array_agg(entry.seq order by given.n) into seqs
    from unnest(keys) with ordinality as given (key, n) left join entry using (key);
  end if;

  wanted := cardinality(row_of);
  if array_position(seqs, null) is not null then
    select count(*) into wanted from unnest(row_of) as n where seqs[n] is not null;
  end if;
  if wanted > 0 then
    insert into record (collection, id, version, keys, body)
      select given.collection, given.id, 1, string_to_array(given.keys, E'\x1e'), given.body
      from unnest(row_of, collections, ids, expects, row_keys, row_bodies)
        as given (n, collection, id, expect, keys, body)
      where given.expect = 0 and seqs[given.n] is not null
      on conflict do nothing;
    get diagnostics touched = row_count;
    if touched < wanted then
      update record
        set version = given.expect + 1, keys = string_to_array(given.keys, E'\x1e'), body = given.body
        from unnest(row_of, collections, ids, expects, row_keys, row_bodies)
          as given (n, collection, id, expect, keys, body)
        where given.expect > 0 and given.body is not null and seqs[given.n] is not null
          and record.collection = given.collection and record.id = given.id and record.version = given.expect;
      get diagnostics done = row_count;
      touched := touched + done;
    end if;
    if touched < wanted then
      delete from record using unnest(row_of, collections, ids, expects, row_bodies)
          as given (n, collection, id, expect, body)
        where given.expect > 0 and given.body is null and seqs[given.n] is not null
          and record.collection = given.collection and record.id = given.id and record.version = given.expect;
      get diagnostics done = row_count;
      touched := touched + done;
    end if;
    if touched <> wanted then
      raise exception 'a row has another version than expected' using errcode = 'KW001';
    end if;
  end if;

  if cardinality(stamps) > 0 then
    insert into stamp (collection, changes) select name, 1 from unnest(stamps) as name
      on conflict (collection) do update set changes = stamp.changes + 1;
  end if;
  if cardinality(message_of) > 0 then
    insert into message (id, conversation, seq, place, body)
      select given.id, given.conversation, seqs[given.n], given.place, given.body
      from unnest(message_of, message_ids, conversations, messages)
        with ordinality as given (n, id, conversation, body, place)
      where seqs[given.n] is not null;
  end if;
  return seqs;
end $$;

-- Down Migration
