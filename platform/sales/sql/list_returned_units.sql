-- SPDX-License-Identifier: GPL-3.0-or-later
select line, sum(quantity)::bigint from sales.returned_line where sale = $1 group by line
