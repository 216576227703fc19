-- SPDX-License-Identifier: GPL-3.0-or-later
select id from sales.sale where number = $1 order by id limit 1
