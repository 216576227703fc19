-- SPDX-License-Identifier: GPL-3.0-or-later
select document from sales.sale where id = $1
