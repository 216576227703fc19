-- SPDX-License-Identifier: GPL-3.0-or-later
-- By its card: the bytes as they came, and what was wrong with them.
select a.id::text, (extract(epoch from a.created_at) * 1000)::bigint, 'dead_letter', l.code,
       'epoch ' || t.epoch || ' sequence ' || t.sequence, g.code, a.open, t.problem, t.payload
from sync.attention a
join sync.dead_letter t on t.device = (a.document->>'device')::uuid and t.epoch = (a.document->>'epoch')::bigint
    and t.sequence = (a.document->>'sequence')::bigint
left join company.location l on l.id = a.location
left join devices.device d on d.id = t.device
left join devices.epoch e on e.device = t.device and e.epoch = t.epoch
left join devices.register g on g.id = coalesce(e.register, d.register)
where a.id = $1
order by t.id limit 1
