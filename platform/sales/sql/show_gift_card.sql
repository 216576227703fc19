-- SPDX-License-Identifier: GPL-3.0-or-later
-- With the newest 500 of what moved it.
select g.document - 'code_hash' || jsonb_build_object('schema', 'gift-card/1', 'entries', coalesce(
    (select jsonb_agg(jsonb_build_object(
         'document', e.document, 'kind', e.kind, 'amount', jsonb_build_object('minor', e.amount, 'currency', e.currency),
         'reason', e.reason, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     from (select * from sales.gift_entry where card = g.id order by at desc, document desc, place desc limit 500) e),
    '[]'::jsonb))
from sales.gift_card g
where g.id = $1
