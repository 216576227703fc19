-- SPDX-License-Identifier: GPL-3.0-or-later
select e.epoch, e.claim, r.document from devices.epoch e join devices.register r on r.id = e.register
where e.device = $1 order by e.epoch
