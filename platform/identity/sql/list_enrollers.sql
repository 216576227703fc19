-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may stand behind a new device of a location: its managers first, then everybody's, then administrators.
select p.document, null::jsonb
from identity.person p
where p.active and p.role in ('manager', 'admin')
  and (p.document -> 'locations' = '[]'::jsonb or p.document -> 'locations' ? $1)
order by p.role = 'manager' desc, p.document -> 'locations' = '[]'::jsonb, p.id
limit 1
