-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.product as p (id, folded_name, folded, archived, revision, document)
select r.id, r.folded_name, r.folded, r.archived, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, folded_name text, folded text, archived boolean, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set folded_name = excluded.folded_name, folded = excluded.folded, archived = excluded.archived,
    revision = excluded.revision, document = excluded.document
where p.revision = excluded.revision - 1
