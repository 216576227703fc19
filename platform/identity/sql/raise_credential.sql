-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same password under stronger parameters, unless somebody has set another one meanwhile.
update identity.credential set password_hash = $3 where person = $1 and password_hash = $2
