-- SPDX-License-Identifier: GPL-3.0-or-later
-- The account as it was proven, until the end of the transaction: another password, a person who was disabled and a device
-- that was shut out come before and are seen, or wait.
select 1
from identity.credential c join identity.person p on p.id = c.person, devices.device d
where c.person = $1 and c.changed_at::text = $2 and p.active and d.id = $3 and d.revoked_at is null
for update of c for share of p
