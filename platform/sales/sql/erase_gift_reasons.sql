-- SPDX-License-Identifier: GPL-3.0-or-later
-- What managers said of a customer whose store credit they adjusted: $2 instead.
update sales.gift_entry
set reason = $2::text
where kind = 'adjusted' and reason <> $2::text and card in (select id from sales.gift_card where customer = $1)
