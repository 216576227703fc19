-- SPDX-License-Identifier: GPL-3.0-or-later
select document from sales.sale where shift = $1 order by id
