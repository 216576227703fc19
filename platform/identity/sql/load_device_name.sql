-- SPDX-License-Identifier: GPL-3.0-or-later
select d.name, l.code || '-' || r.code
from devices.device d
join devices.register r on r.id = d.register
join company.location l on l.id = r.location
where d.id = $1
