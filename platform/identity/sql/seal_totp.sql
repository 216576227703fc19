-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.totp set secret = $2 where person = $1
