-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is owed in each currency: on cards, and to customers as store credit.
select jsonb_build_object('schema', 'gift-card-liability/1', 'items', coalesce(jsonb_agg(jsonb_build_object(
           'currency', currency, 'count', count,
           'cards', jsonb_build_object('minor', cards, 'currency', currency),
           'store_credit', jsonb_build_object('minor', credit, 'currency', currency)) order by currency), '[]'::jsonb))
from (select currency, count(*) as count, coalesce(sum(balance) filter (where customer is null), 0)::bigint as cards,
             coalesce(sum(balance) filter (where customer is not null), 0)::bigint as credit
      from sales.gift_card
      where balance <> 0
      group by currency) owed
