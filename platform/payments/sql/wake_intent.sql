-- SPDX-License-Identifier: GPL-3.0-or-later
update sales.payment_intent set due_at = 'epoch' where id = $1
