-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from catalog.product where id = $1
