-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that were shut out come last, so that a bound leaves them out first.
select d.id, d.name, d.location, l.code, l.document ->> 'name', r.code,
       (extract(epoch from d.enrolled_at) * 1000)::bigint, (extract(epoch from h.heard_at) * 1000)::bigint, h.report,
       (extract(epoch from d.revoked_at) * 1000)::bigint, d.revoked_reason,
       t.document ->> 'name'
from devices.device d
join company.location l on l.id = d.location
join devices.register r on r.id = d.register
left join devices.health h on h.device = d.id
left join devices.move m on m.device = d.id
left join company.location t on t.id = m.location
where $1::boolean or d.location = any ($2::uuid[])
order by d.revoked_at desc nulls first, l.code collate "C", length(r.code), r.code collate "C", d.id
limit $3
