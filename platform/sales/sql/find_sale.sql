-- SPDX-License-Identifier: GPL-3.0-or-later
select id from sales.sale where id = $1
