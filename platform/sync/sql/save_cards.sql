-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.attention as a (id, open, location, document, revision)
select r.id, r.open, r.location, r.document, r.revision + 1
from json_to_recordset($1::json) as r (id uuid, open boolean, location uuid, document json, revision bigint)
order by r.id
on conflict (id) do update
set open = excluded.open, location = excluded.location, document = excluded.document, revision = excluded.revision
where a.revision = excluded.revision - 1
