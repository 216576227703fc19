-- SPDX-License-Identifier: GPL-3.0-or-later
-- Out of the documents, as when the table was made: what it lost is found again.
INSERT INTO customer_sale (customer, at, sale)
WITH told AS (
    SELECT s.id AS sale, s.completed_at AS at, iif(s.document IS NULL, '$.body.customer', '$.customer') AS path,
        CAST(coalesce(s.document, o.bytes) AS TEXT) AS document
    FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
    WHERE instr(coalesce(s.document, o.bytes), CAST('"customer":"' AS BLOB)) > 0
      AND json_valid(CAST(coalesce(s.document, o.bytes) AS TEXT))
)
SELECT json_extract(document, path), at, sale FROM told WHERE json_type(document, path) = 'text'
ON CONFLICT (customer, at, sale) DO NOTHING
