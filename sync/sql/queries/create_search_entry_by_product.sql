-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE UNIQUE INDEX IF NOT EXISTS search_entry_by_product ON search_entry (product)
