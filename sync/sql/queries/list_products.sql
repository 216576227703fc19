-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.document FROM search_entry AS e JOIN product AS p ON p.id = e.product
WHERE p.archived <= ? ORDER BY e.position LIMIT ? OFFSET ?
