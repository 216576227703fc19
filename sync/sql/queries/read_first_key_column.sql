-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, type FROM pragma_table_info(?) WHERE pk = 1
