-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.document, o.bytes FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
WHERE s.completed_at >= ? AND s.shift = ?
