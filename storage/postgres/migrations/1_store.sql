-- Up Migration

-- One row: which store this is, the shape of the rows in it, and the declared indexes that their keys were made by.
create table store (
  id uuid not null,
  schema integer not null,
  indexes text not null,
  only_one boolean primary key default true check (only_one)
);

create function pot_is_whole(pot jsonb) returns boolean language sql immutable as $$
  select (pot ->> 'committedCents')::bigint >= 0
    and (pot ->> 'reservedCents')::bigint >= 0
    and (pot ->> 'paidCents')::bigint between 0 and (pot ->> 'committedCents')::bigint
    and (pot ->> 'committedCents')::bigint + (pot ->> 'reservedCents')::bigint <= (pot ->> 'ceilingCents')::bigint
$$;

-- Every row of every collection, as JSON text. `keys` are what it can be looked up by.
create table record (
  collection text collate "C" not null,
  id text collate "C" not null,
  version integer not null check (version > 0),
  keys text[] not null default '{}',
  body text not null,
  primary key (collection, id),
  -- The last net under the ledger: whatever a statement does, a pot is never overdrawn.
  constraint pot_is_whole check (case when collection = 'pot' then pot_is_whole(body::jsonb) else true end)
);
create index record_keys on record using gin (keys) where keys <> '{}';

-- How often the collections changed that are kept at hand.
create table stamp (
  collection text primary key,
  changes bigint not null
);

-- What happened, append-only. An act carries its idempotency key and the reply that belongs to it; `drawn` are the pots
-- after its moves, which only the database knows at that moment.
create table journal (
  seq bigint generated always as identity,
  xact xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('act', 'send')),
  key text unique,
  -- The shape that rows and reply had then.
  schema integer not null,
  body text not null,
  drawn text,
  reply text,
  primary key (xact, seq)
);

-- The hash chain over the journal, laid a moment after an act, so that acts need not wait for each other.
create table seal (
  lsn bigint primary key,
  xact xid8 not null,
  seq bigint not null,
  hash text not null,
  unique (xact, seq),
  foreign key (xact, seq) references journal (xact, seq)
);
-- One row: every entry of a transaction before this one is sealed.
create table sealed (
  before xid8 not null default '0',
  only_one boolean primary key default true check (only_one)
);
insert into sealed default values;

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
-- whose key exists already and of which nothing was stored. `*_of` tells for each row and message which commit it
-- belongs to. Moves there are only when there is one commit. Ends with
--   KW001 when a row has another version than expected,
--   KW002 when rows have another shape by now than the caller writes,
--   KW003 when a move does not fit; the detail is what is free and the pot,
--   KW004 when there is no such pot.
create function store_commits(
  schema_now integer, indexes_now text, keys text[], bodies text[], replies text[],
  row_of integer[], collections text[], ids text[], expects integer[], row_keys text[], row_bodies text[],
  stamps text[],
  message_of integer[], message_ids text[], conversations text[], messages text[],
  pots text[], committed bigint[], reserved bigint[], paid bigint[]
) returns bigint[] language plpgsql as $$
declare
  seqs bigint[];
  wanted integer;
  touched integer := 0;
  done integer;
  move record;
  pot record;
  pot_ids text[] := '{}';
  pot_bodies text[] := '{}';
  drawn text;
  refused text;
begin
  -- Many at once hold this lock; whoever changes the shape of all rows holds it alone.
  perform pg_advisory_xact_lock_shared(7341002);
  if not exists (select from store where schema = schema_now and indexes = indexes_now) then
    raise exception 'the rows have another shape by now' using errcode = 'KW002';
  end if;

  -- Pots are locked before anything is judged, so that two that draw on one come after each other.
  if cardinality(pots) > 0 then
    for move in
      select * from unnest(pots, committed, reserved, paid) as given (id, committed, reserved, paid) order by id collate "C"
    loop
      select version, body::jsonb as before, body::jsonb || jsonb_build_object(
          'committedCents', (body::jsonb ->> 'committedCents')::bigint + move.committed,
          'reservedCents', (body::jsonb ->> 'reservedCents')::bigint + move.reserved,
          'paidCents', (body::jsonb ->> 'paidCents')::bigint + move.paid) as after
        into pot from record where collection = 'pot' and id = move.id for update;
      if not found then
        raise exception 'there is no pot %', move.id using errcode = 'KW004';
      end if;
      if refused is null and not pot_is_whole(pot.after) then
        refused := (pot.before ->> 'ceilingCents')::bigint - (pot.before ->> 'committedCents')::bigint
          - (pot.before ->> 'reservedCents')::bigint || ' ' || move.id;
      end if;
      pot_ids := pot_ids || move.id;
      pot_bodies := pot_bodies || pot.after::text;
      drawn := coalesce(drawn || ',', '')
        || '["pot",' || to_json(move.id) || ',' || pot.version + 1 || ',' || pot.after || ']';
    end loop;
    drawn := '[' || drawn || ']';
  end if;

  -- A key that exists already lets nothing else of its commit happen.
  if cardinality(keys) = 1 then
    insert into journal (kind, key, body, drawn, reply, schema)
      values ('act', keys[1], bodies[1], drawn, replies[1], schema_now)
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

  if drawn is not null and seqs[1] is not null then
    if refused is not null then
      raise exception 'a move does not fit' using errcode = 'KW003', detail = refused;
    end if;
    update record set version = version + 1, body = given.body
      from unnest(pot_ids, pot_bodies) as given (id, body)
      where record.collection = 'pot' and record.id = given.id;
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
