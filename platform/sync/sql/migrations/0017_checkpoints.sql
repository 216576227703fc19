-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each audience holds by entity type, so that a device can find out whether its copy is right (sync.md rule 14,
-- ADR 025): how many rows, and the exclusive or of a hash of each. Every statement that changes the feed adds what it
-- changed as a row of its own, so writers do not wait for each other; the sum over the rows is what stands in the feed,
-- in any snapshot. From time to time many rows are made one.
create table sync.feed_digest (
    audience    text not null,
    entity_type text not null,
    rows        bigint not null,
    hash        bit(128) not null
);
create index feed_digest_of on sync.feed_digest (audience, entity_type);

-- TypeDigest::add() of the devices.
create function sync.row_hash(entity_id uuid, entity json) returns bit(128) language sql stable parallel safe as $$
    select ('x' || substr(encode(sha256(convert_to(entity_id::text || ' ' || entity::text, 'UTF8')), 'hex'), 1, 32))
           ::bit(128)
$$;

-- Triggers, and not the writer: only they see the row that was replaced, whichever transaction wrote it last and
-- whatever version of the program runs on another node.
create function sync.note_rows_come() returns trigger language plpgsql as $$
begin
    insert into sync.feed_digest (audience, entity_type, rows, hash)
    select audience, entity_type, count(*), bit_xor(sync.row_hash(entity_id, entity))
    from fresh
    where not deleted
    group by audience, entity_type;
    return null;
end
$$;
create function sync.note_rows_change() returns trigger language plpgsql as $$
begin
    insert into sync.feed_digest (audience, entity_type, rows, hash)
    select audience, entity_type, sum(change), bit_xor(hash)
    from (
        select audience, entity_type, 1 as change, sync.row_hash(entity_id, entity) as hash
        from fresh
        where not deleted
        union all
        select audience, entity_type, -1, sync.row_hash(entity_id, entity)
        from stale
        where not deleted
    ) as c
    group by audience, entity_type
    having sum(change) <> 0 or bit_xor(hash) <> 0::bit(128);
    return null;
end
$$;
create function sync.note_rows_go() returns trigger language plpgsql as $$
begin
    insert into sync.feed_digest (audience, entity_type, rows, hash)
    select audience, entity_type, -count(*), bit_xor(sync.row_hash(entity_id, entity))
    from stale
    where not deleted
    group by audience, entity_type;
    return null;
end
$$;
create trigger feed_rows_come after insert on sync.feed referencing new table as fresh
    for each statement execute function sync.note_rows_come();
create trigger feed_rows_change after update on sync.feed referencing old table as stale new table as fresh
    for each statement execute function sync.note_rows_change();
create trigger feed_rows_go after delete on sync.feed referencing old table as stale
    for each statement execute function sync.note_rows_go();

-- The triggers hold writers back until here, so nothing is counted twice or missed.
insert into sync.feed_digest (audience, entity_type, rows, hash)
select audience, entity_type, count(*), bit_xor(sync.row_hash(entity_id, entity))
from sync.feed
where not deleted
group by audience, entity_type;
