-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from sales.gift_card where id = $1
