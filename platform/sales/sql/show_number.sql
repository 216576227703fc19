-- SPDX-License-Identifier: GPL-3.0-or-later
select document || '{"schema":"sale/1","state":"synced"}'::jsonb
from sales.sale where number = $1 and location = any ($2::uuid[]) order by id limit 1
