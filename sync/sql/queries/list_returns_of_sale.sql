-- SPDX-License-Identifier: GPL-3.0-or-later
-- The documents that took something of it back, the oldest first.
SELECT s.document, o.bytes FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
WHERE s.id IN (SELECT returned_by FROM returned_line WHERE sale = ?) ORDER BY s.completed_at, s.id
