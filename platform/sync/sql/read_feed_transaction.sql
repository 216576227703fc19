-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rest of the first transaction after the cursor, whole.
with first as (
    select f.xid
    from sync.feed f
    where (f.xid, f.position) > ($1::text::xid8, $2)
      and f.xid < pg_snapshot_xmin(pg_current_snapshot())
      and f.audience = any ($3::text[])
    order by f.xid, f.position
    limit 1
)
select f.xid::text, f.position, f.entity_type, f.entity_id, f.audience, f.deleted, f.entity,
       e.epoch, pg_snapshot_xmax(pg_current_snapshot())::text, null,
       exists (
           select from sync.feed_pruned p
           where p.audience = any ($3::text[]) and (p.xid, p.position) > ($1::text::xid8, $2)
       )
from sync.feed_epoch e, sync.feed f, first
where f.xid = first.xid and (f.xid, f.position) > ($1::text::xid8, $2) and f.audience = any ($3::text[])
order by f.position
