-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the company, and those of one location where it is named.
select s.document
from company.shop_settings s
where s.document ->> 'location' is null or s.id = $1
