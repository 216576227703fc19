-- SPDX-License-Identifier: GPL-3.0-or-later
update sales.receipt_mail set tries = tries + 1, due_at = $2 where id = $1
