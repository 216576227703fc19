-- SPDX-License-Identifier: GPL-3.0-or-later
select variant from catalog.barcode where code = $1
