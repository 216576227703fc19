-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.review (operation, code, location, subject_type, subject_id)
select r.operation, r.code, r.location, r.subject_type, r.subject_id
from jsonb_to_recordset($1::jsonb)
    as r (operation uuid, code text, location uuid, subject_type text, subject_id uuid)
