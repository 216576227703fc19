-- SPDX-License-Identifier: GPL-3.0-or-later
-- Without the hashes of their codes, which are for devices alone.
select document - 'code_hash' || '{"schema":"gift-card/1"}'::jsonb, document ->> 'last_digits', id
from sales.gift_card
where (document ->> 'last_digits', id) > ($1, $2::uuid)
order by document ->> 'last_digits', id
limit $3
