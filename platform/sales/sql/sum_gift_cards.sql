-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is owed in each currency, and how much of it to customers as store credit.
select currency, count(*), coalesce(sum(balance) filter (where customer is null), 0)::bigint,
       coalesce(sum(balance) filter (where customer is not null), 0)::bigint
from sales.gift_card
where balance <> 0
group by currency
order by currency
