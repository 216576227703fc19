-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.document FROM product_category AS c JOIN search_entry AS e ON e.product = c.product
JOIN product AS p ON p.id = c.product
WHERE c.category = ? AND p.archived <= ? ORDER BY e.position LIMIT ? OFFSET ?
