-- SPDX-License-Identifier: GPL-3.0-or-later
-- By code, not by arrival: the same on every till of the business, so that the same keys find the same item.
SELECT document FROM variant WHERE product = ? ORDER BY archived, sku_key, number
