-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.points_entry (customer, document, place, kind, points, reason, at)
select customer, document, place, kind, points, reason, at
from jsonb_to_recordset($1::jsonb)
    as r (customer uuid, document uuid, place integer, kind text, points bigint, reason text, at timestamptz)
