-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from sales.payment_intent where id = $1
