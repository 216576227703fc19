-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever asks the provider about a row now finds at its end that it has changed: the revision is another.
insert into sales.payment_intent as p (id, location, register, shift, state, due_at, revision, document)
select r.id, r.location, r.register, r.shift, r.state, case when r.due then 'epoch'::timestamptz end, r.revision + 1,
       r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, location uuid, register uuid, shift uuid, state text, due boolean, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set state = excluded.state, due_at = excluded.due_at, revision = excluded.revision, document = excluded.document
where p.revision = excluded.revision - 1
