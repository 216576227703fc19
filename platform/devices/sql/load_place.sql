-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register of one epoch of a device, the highest sequence that came under it, and where that register is.
select p.register, coalesce(s.expected - 1, 0), r.location
from (select epoch, register from devices.device where id = $1
      union all
      select epoch, register from devices.epoch where device = $1) p
join devices.register r on r.id = p.register
left join sync.stream s on s.device = $1 and s.epoch = p.epoch
where p.epoch = $2
limit 1
