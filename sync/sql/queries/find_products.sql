-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.document FROM search_index AS i JOIN search_entry AS e ON e.position = i.rowid
JOIN product AS p ON p.id = e.product
WHERE search_index MATCH ? AND p.archived <= ? ORDER BY i.rowid LIMIT ? OFFSET ?
