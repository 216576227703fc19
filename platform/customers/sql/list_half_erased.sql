-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most $1 customers of whom something is known although one was erased who was merged into them, or they into them
-- (ADR 067): whoever erased that one did not know of it.
select c.id
from customers.customer c
where (c.document ? 'merged_into' or c.document ? 'merged_from')
  and (exists (select from customers.customer r
               where r.id = (c.document ->> 'merged_into')::uuid and r.document ->> 'erased_at' is not null)
       or exists (select
                  from jsonb_array_elements_text(coalesce(c.document -> 'merged_from', '[]'::jsonb)) m (id)
                  join customers.customer e on e.id = m.id::uuid
                  where e.document ->> 'erased_at' is not null))
order by c.id
limit $1
