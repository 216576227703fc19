-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.id, p.document, v.document FROM product AS p LEFT JOIN variant AS v ON v.product = p.id
ORDER BY p.name_key, p.number, v.number
