-- SPDX-License-Identifier: GPL-3.0-or-later
select r.id::text, (extract(epoch from r.created_at) * 1000)::bigint, r.code, l.code,
       coalesce(s.number, r.subject_type || ' ' || r.subject_id), g.code,
       (extract(epoch from r.resolved_at) * 1000)::bigint, o.type, o.payload
from sync.review r
left join company.location l on l.id = r.location
left join sales.sale s on r.subject_type = 'sale' and s.id = r.subject_id
left join sync.operation o on o.id = r.operation
left join devices.device d on d.id = o.device
left join devices.epoch e on e.device = o.device and e.epoch = o.epoch
left join devices.register g on g.id = coalesce(e.register, d.register)
where r.id = $1
