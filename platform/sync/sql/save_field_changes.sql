-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.field_change as c (subject, field, document)
select r.subject, r.field, r.document
from json_to_recordset($1::json) as r (subject uuid, field text, document json)
order by r.subject, r.field
on conflict (subject, field) do update set document = excluded.document
