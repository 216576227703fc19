-- SPDX-License-Identifier: GPL-3.0-or-later
-- Entities of a type ($1) after one of them ($2) as the transactions up to the cut ($3) left them; each once, whatever
-- audiences ($4) it has. One that a later transaction moved is not among them: the feed has it after the cut.
select f.xid::text, f.position, f.entity_type, f.entity_id, f.audience, f.deleted, f.entity,
       e.epoch, pg_snapshot_xmax(pg_current_snapshot())::text, null,
       exists (
           select from sync.feed_pruned p
           where p.audience = any ($4::text[]) and p.xid > $3::text::xid8
       )
from sync.feed_epoch e
     left join lateral sync.snapshot_rows($1, $2, $3::text::xid8, $4::text[], $5) f on true
order by f.entity_id
