-- SPDX-License-Identifier: GPL-3.0-or-later
with moved as (
    insert into stock.movement (id, variant, location, delta, reason, source, at, note)
    select id, variant, location, delta, reason, source, at, note
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::timestamptz[],
                $8::text[])
        as r (id, variant, location, delta, reason, source, at, note)
    returning variant, location, delta
)
insert into stock.level as l (location, variant, on_hand)
select location, variant, sum(delta) from moved group by location, variant order by location, variant
on conflict (location, variant) do update set on_hand = l.on_hand + excluded.on_hand
returning location, variant, on_hand
