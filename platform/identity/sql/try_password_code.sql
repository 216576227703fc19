-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counts the try, whatever comes of it.
update identity.password_code set tries = tries + 1 where person = $1
returning hash = $2 and email = $3 and ends_at > $4 and tries <= $5
