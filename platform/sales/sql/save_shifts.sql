-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.shift as s (id, location, register, state, opened_at, revision, document)
select r.id, r.location, r.register, r.state, r.opened_at, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, location uuid, register uuid, state text, opened_at timestamptz, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set location = excluded.location, register = excluded.register, state = excluded.state,
    opened_at = excluded.opened_at, revision = excluded.revision, document = excluded.document
where s.revision = excluded.revision - 1
