-- SPDX-License-Identifier: GPL-3.0-or-later
select count(*)
from sales.payment_intent
where due_at is not null and state = 'paid'
