-- SPDX-License-Identifier: GPL-3.0-or-later
-- A form: table and as many question marks as it has columns are put in.
INSERT OR IGNORE INTO {table} VALUES ({values})
