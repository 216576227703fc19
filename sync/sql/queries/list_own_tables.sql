-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'search_entry'
ORDER BY name
