-- SPDX-License-Identifier: GPL-3.0-or-later
-- The name that stands beside the fields that somebody gave their values, of whoever was erased: $2 instead.
update sync.field_change
set document = jsonb_set(document::jsonb, '{person_name}', to_jsonb($2::text))::json
where document ->> 'person' = $1::text
