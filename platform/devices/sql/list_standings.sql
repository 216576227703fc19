-- SPDX-License-Identifier: GPL-3.0-or-later
select d.id, d.name, d.location, l.code, l.document ->> 'name', r.code,
       (extract(epoch from d.enrolled_at) * 1000)::bigint, (extract(epoch from h.heard_at) * 1000)::bigint, h.report
from devices.device d
join company.location l on l.id = d.location
join devices.register r on r.id = d.register
left join devices.health h on h.device = d.id
where d.revoked_at is null and ($1::boolean or d.location = any ($2::uuid[]))
order by l.code collate "C", length(r.code), r.code collate "C", d.id
limit $3
