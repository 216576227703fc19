-- SPDX-License-Identifier: GPL-3.0-or-later
delete from catalog.barcode where variant = any ($1::uuid[])
