-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM variant WHERE sku_key = ? ORDER BY archived, number LIMIT 1
