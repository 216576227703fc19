-- SPDX-License-Identifier: GPL-3.0-or-later
select d.public_key, d.location, d.register, d.person, d.revoked_at is not null, d.epoch,
       m.claim, m.register, m.location, m.code, d.name
from devices.device d left join devices.move m on m.device = d.id
where d.id = $1
