-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name
