-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from company.shop_settings where id = $1
