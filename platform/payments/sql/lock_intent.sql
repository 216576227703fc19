-- SPDX-License-Identifier: GPL-3.0-or-later
select document from sales.payment_intent where id = $1 for update
