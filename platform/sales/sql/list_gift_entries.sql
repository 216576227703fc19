-- SPDX-License-Identifier: GPL-3.0-or-later
-- What moved the balance of one card, the newest first.
select document, place, kind, amount, currency, reason, (extract(epoch from at) * 1000)::bigint
from sales.gift_entry
where card = $1
order by at desc, document desc, place desc
limit $2
