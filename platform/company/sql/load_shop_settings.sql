-- SPDX-License-Identifier: GPL-3.0-or-later
-- A place, and what is set for it, if anything.
select s.document, s.revision, p.is_location
from (select false as is_location from company.settings where (document ->> 'id')::uuid = $1
      union all
      select true from company.location where id = $1) p
left join company.shop_settings s on s.id = $1
