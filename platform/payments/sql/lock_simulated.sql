-- SPDX-License-Identifier: GPL-3.0-or-later
select amount, (select coalesce(sum(amount), 0) from payments.simulated_refund where intent = $1)::bigint
from payments.simulated
where intent = $1 and state = 'paid'
for update
