-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in; of one person, or of everybody where $1 is null.
select s.id, s.person, p.document ->> 'name', s.device, d.name, l.code || '-' || r.code,
       (extract(epoch from s.begun_at) * 1000)::bigint, (extract(epoch from s.used_at) * 1000)::bigint,
       (extract(epoch from s.ends_at) * 1000)::bigint
from identity.session s
join identity.person p on p.id = s.person
join devices.device d on d.id = s.device
join devices.register r on r.id = d.register
join company.location l on l.id = d.location
where ($1::uuid is null or s.person = $1) and s.ended_at is null and s.ends_at > $2
order by s.used_at desc, s.id
limit 1000
