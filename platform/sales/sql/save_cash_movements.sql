-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.cash_movement (id, shift, location, register, at, document)
select id, shift, location, register, at, document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, shift uuid, location uuid, register uuid, at timestamptz, document jsonb)
