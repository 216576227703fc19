-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
AND name NOT IN ('search_entry', 'reload', 'staged_row')
ORDER BY name
