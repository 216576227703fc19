-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes many rows of the sums one for each audience and type, $1 at most; whoever reads sees the ones or the other.
with taken as (
    select ctid from sync.feed_digest limit $1 for update skip locked
), gone as (
    delete from sync.feed_digest d using taken t where d.ctid = t.ctid
    returning d.audience, d.entity_type, d.rows, d.hash
), kept as (
    insert into sync.feed_digest (audience, entity_type, rows, hash)
    select audience, entity_type, sum(rows), bit_xor(hash)
    from gone
    group by audience, entity_type
    having sum(rows) <> 0 or bit_xor(hash) <> 0::bit(128)
)
select count(*) from gone
