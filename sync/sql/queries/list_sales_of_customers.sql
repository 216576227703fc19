-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest first; the customers are a JSON list of their ids.
SELECT s.document, o.bytes FROM customer_sale AS c JOIN sale AS s ON s.id = c.sale
LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
WHERE c.customer IN (SELECT value FROM json_each(?1)) AND c.at >= ?2 AND c.at < ?3
ORDER BY c.at DESC, c.sale DESC LIMIT ?4 OFFSET ?5
