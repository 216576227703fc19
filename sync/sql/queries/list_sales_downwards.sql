-- SPDX-License-Identifier: GPL-3.0-or-later
-- By what the first value says: 0 the receipt number, 1 the total, 2 the cashier's name, where those without one come
-- first. Equal ones newest first.
SELECT s.document, o.bytes FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
LEFT JOIN reference AS p ON ?1 = 2 AND p.type = 'person' AND lower(hex(p.id)) = replace(
    json_extract(CAST(coalesce(s.document, o.bytes) AS TEXT), iif(s.document IS NULL, '$.body.cashier', '$.cashier')), '-', '')
WHERE s.completed_at >= ?2 AND s.completed_at < ?3 AND (?4 OR s.shift = ?5) AND instr(s.number, ?6) > 0
ORDER BY CASE ?1 WHEN 0 THEN s.number WHEN 1 THEN json_extract(
        CAST(coalesce(s.document, o.bytes) AS TEXT), iif(s.document IS NULL, '$.body.total.minor', '$.total.minor'))
    ELSE json_extract(CAST(p.document AS TEXT), '$.name') END COLLATE NOCASE DESC,
    s.completed_at DESC, s.number DESC LIMIT ?7 OFFSET ?8
