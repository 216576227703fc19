-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.loyalty_account as a (id, points, revision, document)
select r.id, r.points, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb) as r (id uuid, points bigint, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set points = excluded.points, revision = excluded.revision, document = excluded.document
where a.revision = excluded.revision - 1
