-- SPDX-License-Identifier: GPL-3.0-or-later
-- At least one row: epoch and transaction numbers come also with an empty page. All of it is one snapshot: a row that
-- moved between two would be missed, and so would one that was pruned.
select f.xid::text, f.position, f.entity_type, f.entity_id, f.audience, f.deleted, f.entity,
       e.epoch, pg_snapshot_xmax(pg_current_snapshot())::text,
       case
           when not exists (
               select
               from (
                   -- In this order the index serves, also before the table was analysed.
                   select audience from sync.feed
                   where xid >= pg_snapshot_xmin(pg_current_snapshot())
                   order by xid, position
               ) as held
               where held.audience = any ($3::text[])
           ) then pg_snapshot_xmin(pg_current_snapshot())::text
       end,
       exists (
           select from sync.feed_pruned p
           where p.audience = any ($3::text[]) and (p.xid, p.position) > ($1::text::xid8, $2)
       )
from sync.feed_epoch e
     left join lateral (
         select *
         from sync.feed
         where (xid, position) > ($1::text::xid8, $2)
           and xid < pg_snapshot_xmin(pg_current_snapshot())
           and audience = any ($3::text[])
         order by xid, position
         limit $4
     ) f on true
order by f.xid, f.position
