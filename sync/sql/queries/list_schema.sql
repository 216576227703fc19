-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name
