-- SPDX-License-Identifier: GPL-3.0-or-later
select id from sales.shift where register = $1 and state = 'open' order by opened_at desc
