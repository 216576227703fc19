-- SPDX-License-Identifier: GPL-3.0-or-later
select s.document
from company.shop_settings s
where s.document ->> 'location' is null
