-- SPDX-License-Identifier: GPL-3.0-or-later
select r.device, (extract(epoch from r.expires_at) * 1000)::bigint, (extract(epoch from r.used_at) * 1000)::bigint,
       d.revoked_at is not null
from devices.readmission r join devices.device d on d.id = r.device
where r.code_hash = $1 for update
