-- SPDX-License-Identifier: GPL-3.0-or-later
select id from catalog.variant where lower(sku) = $1 and sku <> ''
