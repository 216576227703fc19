-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.sale (id, number, shift, location, register, customer, completed_at, total_minor, document)
select r.id, r.number, r.shift, r.location, r.register, r.customer, r.completed_at, r.total_minor, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, number text, shift uuid, location uuid, register uuid, customer uuid, completed_at timestamptz,
          total_minor bigint, document jsonb)
