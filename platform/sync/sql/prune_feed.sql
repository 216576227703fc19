-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most $2 tombstones that were there at $1, and for each audience the place of the last one that left.
with bound as (
    select max(at) as at from sync.feed_mark where at <= $1::timestamptz
), gone as (
    select f.entity_type, f.entity_id, f.audience
    from sync.feed f, sync.feed_mark m, bound
    where m.at = bound.at and f.deleted and f.xid < m.xid
    order by f.xid, f.position
    limit $2
    for update of f skip locked
), dropped as (
    delete from sync.feed f
    using gone g
    where f.entity_type = g.entity_type and f.entity_id = g.entity_id and f.audience = g.audience
    returning f.audience, f.xid, f.position
), noted as (
    insert into sync.feed_pruned as p (audience, xid, position)
    select distinct on (audience) audience, xid, position
    from dropped
    order by audience, xid desc, position desc
    on conflict (audience) do update set xid = excluded.xid, position = excluded.position
    where (excluded.xid, excluded.position) > (p.xid, p.position)
)
select count(*) from dropped
