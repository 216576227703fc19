-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.promotion as p (id, revision, document)
select r.id, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb) as r (id uuid, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set revision = excluded.revision, document = excluded.document
where p.revision = excluded.revision - 1
