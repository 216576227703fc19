-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from catalog.price_list where id = $1
