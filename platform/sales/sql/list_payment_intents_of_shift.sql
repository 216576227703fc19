-- SPDX-License-Identifier: GPL-3.0-or-later
select id from sales.payment_intent where shift = $1 order by id
