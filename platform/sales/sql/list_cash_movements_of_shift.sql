-- SPDX-License-Identifier: GPL-3.0-or-later
select document from sales.cash_movement where shift = $1 order by id
