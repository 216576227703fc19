-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of these customers and of all who were merged into them (ADR 067). A customer has few sales: those are found by the
-- index on the customer, and put in order then.
with recursive part (id) as (
    select unnest($5::uuid[])
    union
    select m.id
    from part p
    join customers.customer m on m.document ->> 'merged_into' = p.id::text
)
select document || '{"schema":"sale/1","state":"synced"}'::jsonb, completed_at, id
from sales.sale
where customer in (select id from part) and location = any ($4::uuid[])
  and (completed_at, id) < ($1::timestamptz, $2::uuid)
order by completed_at desc, id desc
limit $3
