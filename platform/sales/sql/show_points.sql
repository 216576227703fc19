-- SPDX-License-Identifier: GPL-3.0-or-later
-- The points of a customer, none for one who has none yet, with the newest 500 of what moved them.
select jsonb_build_object('schema', 'points/1', 'customer', c.id, 'points', coalesce(a.points, 0), 'entries', coalesce(
    (select jsonb_agg(jsonb_build_object(
         'document', e.document, 'kind', e.kind, 'points', e.points, 'reason', e.reason,
         'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     from (select * from sales.points_entry where customer = c.id order by at desc, document desc, place desc
           limit 500) e),
    '[]'::jsonb))
from customers.customer c
left join sales.loyalty_account a on a.id = c.id
where c.id = $1
