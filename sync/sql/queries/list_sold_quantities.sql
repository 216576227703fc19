-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT json_extract(line.value, '$.product') AS product, count(*) AS times
FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation,
json_each(CAST(coalesce(s.document, o.bytes) AS TEXT), iif(s.document IS NULL, '$.body.lines', '$.lines')) AS line
GROUP BY 1
