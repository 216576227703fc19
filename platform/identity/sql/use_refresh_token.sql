-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.refresh_token set used_at = $2, salt = $3 where hash = $1
