-- SPDX-License-Identifier: GPL-3.0-or-later
select document || '{"schema":"sale/1","state":"synced"}'::jsonb, completed_at, id
from sales.sale
where location = any ($4::uuid[]) and (completed_at, id) < ($1::timestamptz, $2::uuid)
order by completed_at desc, id desc
limit $3
