-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.person as p (id, email, role, active, revision, document)
select r.id, r.email, r.role, r.active, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, email text, role text, active boolean, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set email = excluded.email, role = excluded.role, active = excluded.active, revision = excluded.revision,
    document = excluded.document
where p.revision = excluded.revision - 1
