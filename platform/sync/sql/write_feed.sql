-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.feed as f (entity_type, entity_id, audience, deleted, entity)
select r.entity_type, r.entity_id, r.audience, r.deleted, r.entity
from json_to_recordset($1::json)
    as r (number bigint, entity_type text, entity_id uuid, audience text, deleted boolean, entity json)
order by r.number
on conflict (entity_type, entity_id, audience) do update
set xid = greatest(f.xid, excluded.xid), position = excluded.position,
    deleted = excluded.deleted, entity = excluded.entity
returning audience, pg_current_xact_id()::text, position, (select epoch from sync.feed_epoch)
