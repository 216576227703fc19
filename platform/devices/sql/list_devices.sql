-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every device with the place it sells for, and what arrived from it last: the newest epoch and its numbers.
select d.id, l.code, r.code, d.name,
       (extract(epoch from d.enrolled_at) * 1000)::bigint,
       (extract(epoch from d.revoked_at) * 1000)::bigint,
       s.epoch, s.expected, d.location, d.revoked_reason
from devices.device d
join devices.register r on r.id = d.register
join company.location l on l.id = d.location
left join lateral (select epoch, expected from sync.stream where device = d.id order by epoch desc limit 1) s on true
order by l.code, r.code, d.id
