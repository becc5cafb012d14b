-- Up Migration

-- Stores one commit with few rows and no moves, as most are, or nothing of it: what `store_commits` does for any number,
-- with plain statements that cost the server a third. Rows that are made come first, then those that change, then those
-- that go, as there. Answers the journal's number, null when the key exists already. Ends with KW001 and KW002 as there.
create function store_commit(
  schema_now integer, indexes_now text, commit_key text, commit_body text, commit_reply text,
  collections text[], ids text[], expects integer[], row_keys text[], row_bodies text[],
  stamps text[], message_ids text[], conversations text[], messages text[]
) returns bigint language plpgsql as $$
declare
  entry bigint;
begin
  -- Many at once hold this lock; whoever changes the shape of all rows holds it alone.
  perform pg_advisory_xact_lock_shared(7341002);
  if not exists (select from store where schema = schema_now and indexes = indexes_now) then
    raise exception 'the rows have another shape by now' using errcode = 'KW002';
  end if;
  insert into journal (kind, key, body, reply, schema)
    values ('act', commit_key, commit_body, commit_reply, schema_now)
    on conflict (key) do nothing returning seq into entry;
  -- A key that exists already lets nothing else of its commit happen.
  if entry is null then
    return null;
  end if;
  for n in 1 .. cardinality(ids) loop
    if expects[n] = 0 then
      insert into record (collection, id, version, keys, body)
        values (collections[n], ids[n], 1, string_to_array(row_keys[n], E'\x1e'), row_bodies[n])
        on conflict do nothing;
    elsif row_bodies[n] is null then
      delete from record where collection = collections[n] and id = ids[n] and version = expects[n];
    else
      update record
        set version = expects[n] + 1, keys = string_to_array(row_keys[n], E'\x1e'), body = row_bodies[n]
        where collection = collections[n] and id = ids[n] and version = expects[n];
    end if;
    if not found then
      raise exception 'a row has another version than expected' using errcode = 'KW001';
    end if;
  end loop;
  if cardinality(stamps) > 0 then
    insert into stamp (collection, changes) select name, 1 from unnest(stamps) as name
      on conflict (collection) do update set changes = stamp.changes + 1;
  end if;
  for n in 1 .. cardinality(message_ids) loop
    insert into message (id, conversation, seq, place, body)
      values (message_ids[n], conversations[n], entry, n, messages[n]);
  end loop;
  return entry;
end $$;

-- Down Migration
