-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from catalog.promotion where id = $1
