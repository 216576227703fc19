-- SPDX-License-Identifier: GPL-3.0-or-later
-- A customer has few of them: those are found by the index on the customer, and put in order then.
select document || '{"schema":"sale/1","state":"synced"}'::jsonb, completed_at, id
from sales.sale
where customer = any ($5::uuid[]) and location = any ($4::uuid[]) and (completed_at, id) < ($1::timestamptz, $2::uuid)
order by completed_at desc, id desc
limit $3
