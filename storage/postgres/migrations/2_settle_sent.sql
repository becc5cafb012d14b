-- Up Migration

-- Settles a message that was sent, with the row of its card, in one call and one flush; does nothing for a message that
-- does not wait any more. `told` is the journal's entry about it, without its last brace.
create function settle_sent(
  message_id text, told text, schema_now integer, indexes_now text, row_id text, row_keys text, row_body text
) returns void language plpgsql as $$
declare
  stored integer;
begin
  -- As for commits: nobody writes a row while the shape of all rows changes.
  perform pg_advisory_xact_lock_shared(7341002);
  delete from message where id = message_id and state <> 'dead';
  if not found then
    return;
  end if;
  -- A row of an outdated shape is not written; that the message was sent is told all the same.
  if exists (select from store where schema = schema_now and indexes = indexes_now) then
    insert into record as known (collection, id, version, keys, body)
      values ('delivery', row_id, 1, string_to_array(row_keys, E'\x1e'), row_body)
      on conflict (collection, id) do update
        set version = known.version + 1, keys = excluded.keys, body = excluded.body
      returning version into stored;
    told := told || ',"w":[["delivery",' || to_json(row_id) || ',' || stored || ',' || row_body || ']]';
  end if;
  insert into journal (kind, body, schema) values ('send', told || '}', schema_now);
end $$;

-- Down Migration
