-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.totp set last_step = $2 where person = $1
