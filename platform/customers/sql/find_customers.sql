-- SPDX-License-Identifier: GPL-3.0-or-later
-- Also by what is known of somebody who was merged into them.
select c.document || '{"schema":"customer/1"}'::jsonb, c.folded_name, c.id
from customers.customer c
where not c.archived and c.document ->> 'merged_into' is null and (c.folded_name, c.id) > ($1, $2::uuid)
  and exists (select
              from customers.customer m
              where (m.id = c.id or m.document ->> 'merged_into' = c.id::text)
                and (($4 <> '' and strpos(m.folded_name, $4) > 0)
                     or (m.email <> '' and starts_with(m.email, $5))
                     or lower(m.document ->> 'card') = $5
                     or (length($6) >= 4 and m.phone like '%' || $6 || '%')))
order by c.folded_name, c.id
limit $3
