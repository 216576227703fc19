-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a reader tells names the payment alone.
update sales.payment_intent set due_at = 'epoch' where due_at is not null and document ->> 'reference' = $1
