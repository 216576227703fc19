-- SPDX-License-Identifier: GPL-3.0-or-later
with moved as (
    insert into stock.movement (id, variant, location, delta, reason, source, at, note)
    select r.id, r.variant, r.location, r.delta, r.reason, r.source, r.at, r.note
    from jsonb_to_recordset($1::jsonb)
        as r (id uuid, variant uuid, location uuid, delta bigint, reason text, source uuid, at timestamptz, note text)
    returning variant, location, delta
)
insert into stock.level as l (location, variant, on_hand)
select location, variant, sum(delta) from moved group by location, variant order by location, variant
on conflict (location, variant) do update set on_hand = l.on_hand + excluded.on_hand
returning location, variant, on_hand
