-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.recovery_code set used_at = $3 where person = $1 and hash = $2 and used_at is null
