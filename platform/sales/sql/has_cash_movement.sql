-- SPDX-License-Identifier: GPL-3.0-or-later
select true from sales.cash_movement where id = $1
