-- SPDX-License-Identifier: GPL-3.0-or-later
DROP INDEX IF EXISTS search_entry_by_product
