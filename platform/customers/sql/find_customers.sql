-- SPDX-License-Identifier: GPL-3.0-or-later
select document || '{"schema":"customer/1"}'::jsonb, folded_name, id
from customers.customer
where not archived and (folded_name, id) > ($1, $2::uuid)
  and (($4 <> '' and strpos(folded_name, $4) > 0)
       or (email <> '' and starts_with(email, $5))
       or (length($6) >= 4 and phone like '%' || $6 || '%'))
order by folded_name, id
limit $3
