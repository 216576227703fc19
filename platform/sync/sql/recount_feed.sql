-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counts the rows themselves, of audiences ($1) and types ($2), and adds what the kept sums are off by. Transactions that
-- run meanwhile are in neither, so this is right whatever they do.
with counted as (
    select audience, entity_type, count(*) as rows, bit_xor(sync.row_hash(entity_id, entity)) as hash
    from sync.feed
    where audience = any ($1::text[]) and entity_type = any ($2::text[]) and not deleted
    group by audience, entity_type
), kept as (
    select audience, entity_type, sum(rows)::bigint as rows, bit_xor(hash) as hash
    from sync.feed_digest
    where audience = any ($1::text[]) and entity_type = any ($2::text[])
    group by audience, entity_type
), off as (
    insert into sync.feed_digest (audience, entity_type, rows, hash)
    select audience, entity_type, coalesce(c.rows, 0) - coalesce(k.rows, 0),
           coalesce(c.hash, 0::bit(128)) # coalesce(k.hash, 0::bit(128))
    from counted c full join kept k using (audience, entity_type)
    where coalesce(c.rows, 0) <> coalesce(k.rows, 0)
       or coalesce(c.hash, 0::bit(128)) <> coalesce(k.hash, 0::bit(128))
    returning 1
)
select count(*) from off
