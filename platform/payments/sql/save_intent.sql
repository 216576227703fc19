-- SPDX-License-Identifier: GPL-3.0-or-later
update sales.payment_intent set state = $2, document = $3, revision = revision + 1 where id = $1
