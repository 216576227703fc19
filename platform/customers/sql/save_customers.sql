-- SPDX-License-Identifier: GPL-3.0-or-later
insert into customers.customer as c (id, folded_name, email, phone, archived, revision, document)
select r.id, r.folded_name, r.email, r.phone, r.archived, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, folded_name text, email text, phone text, archived boolean, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set folded_name = excluded.folded_name, email = excluded.email, phone = excluded.phone, archived = excluded.archived,
    revision = excluded.revision, document = excluded.document
where c.revision = excluded.revision - 1
