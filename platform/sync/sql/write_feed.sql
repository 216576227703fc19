-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.feed as f (entity_type, entity_id, audience, deleted, entity)
select r.entity_type, r.entity_id, r.audience, r.deleted, r.entity
from unnest($1::text[], $2::uuid[], $3::text[], $4::boolean[], $5::json[]) with ordinality
    as r (entity_type, entity_id, audience, deleted, entity, number)
order by r.number
on conflict (entity_type, entity_id, audience) do update
set xid = greatest(f.xid, excluded.xid), position = excluded.position,
    deleted = excluded.deleted, entity = excluded.entity
returning audience, pg_current_xact_id()::text, position, (select epoch from sync.feed_epoch)
