-- SPDX-License-Identifier: GPL-3.0-or-later
-- Also by what is known of somebody who was merged into them, near or far (ADR 067).
with recursive found (id, into_id) as (
    select m.id, (m.document ->> 'merged_into')::uuid
    from customers.customer m
    where ($4 <> '' and strpos(m.folded_name, $4) > 0)
       or (m.email <> '' and starts_with(m.email, $5))
       or case when m.document ->> 'card' ~ '^([0-9]{8}|[0-9]{12,14})$' then lpad(m.document ->> 'card', 14, '0')
               else upper(m.document ->> 'card') end = $7
       or (length($6) >= 4 and m.phone like '%' || $6 || '%')
    union
    select c.id, (c.document ->> 'merged_into')::uuid
    from found f
    join customers.customer c on c.id = f.into_id
)
select c.document || '{"schema":"customer/1"}'::jsonb, c.folded_name, c.id
from customers.customer c
where c.id in (select id from found) and not c.archived and c.document ->> 'merged_into' is null
  and (c.folded_name, c.id) > ($1, $2::uuid)
order by c.folded_name, c.id
limit $3
