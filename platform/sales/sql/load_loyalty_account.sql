-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from sales.loyalty_account where id = $1
