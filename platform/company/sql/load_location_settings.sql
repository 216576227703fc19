-- SPDX-License-Identifier: GPL-3.0-or-later
select document from company.shop_settings where id = $1
