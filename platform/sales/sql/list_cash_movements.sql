-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest first, of these locations ($4); of one shift ($5), or of all.
select document || '{"schema":"cash-movement/1"}'::jsonb, at, id
from sales.cash_movement
where location = any ($4::uuid[]) and (at, id) < ($1::timestamptz, $2::uuid) and ($5::uuid is null or shift = $5)
order by at desc, id desc
limit $3
