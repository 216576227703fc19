-- SPDX-License-Identifier: GPL-3.0-or-later
-- What arrived from each store of these devices: its operations, the head of its auditor's journal, and whether its
-- register has an open shift.
select p.device, p.epoch, r.code, coalesce(s.expected - 1, 0), coalesce(j.number, 0), encode(j.hash, 'hex'),
       exists (select 1 from sales.shift where register = p.register and state = 'open')
from (select id as device, epoch, register from devices.device
      union
      select device, epoch, register from devices.epoch) p
join devices.register r on r.id = p.register
left join sync.stream s on s.device = p.device and s.epoch = p.epoch
left join lateral (select number, hash from sync.journal_head
                   where device = p.device and register = p.register order by place desc limit 1) j on true
where p.device = any ($1::uuid[])
order by p.device, p.epoch
