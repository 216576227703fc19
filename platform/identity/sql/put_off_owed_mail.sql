-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.owed_mail set tries = tries + 1, due_at = $2 where id = $1
