-- SPDX-License-Identifier: GPL-3.0-or-later
select document || '{"schema":"customer/1"}'::jsonb, folded_name, id
from customers.customer
where not archived and document ->> 'merged_into' is null and (folded_name, id) > ($1, $2::uuid)
order by folded_name, id
limit $3
