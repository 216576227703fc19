-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.parked_cart as c (id, revision, document)
select r.id, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb) as r (id uuid, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set revision = excluded.revision, document = excluded.document
where c.revision = excluded.revision - 1
