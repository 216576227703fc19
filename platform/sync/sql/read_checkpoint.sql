-- SPDX-License-Identifier: GPL-3.0-or-later
-- What audiences ($3) hold by type, and whether that is what whoever stands at a place ($1, $2) has: not while anything
-- comes after it, be it still held back. At least one row, and all of it one snapshot.
select e.epoch, pg_snapshot_xmax(pg_current_snapshot())::text,
       exists (
           select
           from (
               -- In this order the index serves, and there is little behind a cursor that is up to date.
               select f.audience from sync.feed f
               where (f.xid, f.position) > ($1::text::xid8, $2)
               order by f.xid, f.position
           ) as later
           where later.audience = any ($3::text[])
       ) or exists (
           select from sync.feed_pruned p
           where (p.xid, p.position) > ($1::text::xid8, $2) and p.audience = any ($3::text[])
       ),
       d.entity_type, d.rows, substring(d.hash from 1 for 64)::bigint, substring(d.hash from 65 for 64)::bigint
from sync.feed_epoch e
     left join (
         select entity_type, sum(rows)::bigint as rows, bit_xor(hash) as hash
         from sync.feed_digest
         where audience = any ($3::text[])
         group by entity_type
         having sum(rows) <> 0
     ) d on true
