-- SPDX-License-Identifier: GPL-3.0-or-later
select r.id, l.code || '-' || r.code, coalesce(p.reader, '')
from devices.register r
join company.location l on l.id = r.location
left join payments.reader p on p.register = r.id
order by l.code, r.code
