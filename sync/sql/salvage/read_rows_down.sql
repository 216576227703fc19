-- SPDX-License-Identifier: GPL-3.0-or-later
-- A form: table and key are put in.
SELECT {key}, * FROM {table} NOT INDEXED WHERE {key} >= ?1 AND {key} <= ?2 ORDER BY {key} DESC
