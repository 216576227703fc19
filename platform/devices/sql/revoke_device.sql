-- SPDX-License-Identifier: GPL-3.0-or-later
update devices.device set revoked_at = $2, revoked_reason = $3 where id = $1 and revoked_at is null
