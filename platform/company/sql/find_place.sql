-- SPDX-License-Identifier: GPL-3.0-or-later
select false as is_location from company.settings where (document ->> 'id')::uuid = $1
union all
select true from company.location where id = $1
