-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest first, of these locations ($4).
select document || '{"schema":"shift/1"}'::jsonb, opened_at, id
from sales.shift
where location = any ($4::uuid[]) and (opened_at, id) < ($1::timestamptz, $2::uuid)
order by opened_at desc, id desc
limit $3
