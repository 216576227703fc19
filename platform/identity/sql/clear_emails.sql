-- SPDX-License-Identifier: GPL-3.0-or-later
-- In the order in which they are saved, so that two transactions do not wait for each other.
update identity.person p set email = ''
from (select p.id from identity.person p
      join jsonb_to_recordset($1::jsonb) as r (id uuid, email text) on r.id = p.id
      where p.email <> '' and lower(p.email collate "C") <> lower(r.email collate "C")
      order by p.id
      for update of p) as changed
where p.id = changed.id
