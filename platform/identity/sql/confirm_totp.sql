-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.totp set confirmed_at = $2, last_step = $3 where person = $1
