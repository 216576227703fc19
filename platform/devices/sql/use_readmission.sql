-- SPDX-License-Identifier: GPL-3.0-or-later
with used as (update devices.readmission set used_at = $2 where code_hash = $1 returning device)
update devices.device set revoked_at = null, revoked_reason = null where id = (select device from used)
