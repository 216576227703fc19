-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which sales name which customer, by time, so that what somebody bought is found without reading all sales. It stands in
-- the documents as well. The customer is text, as documents have it.
CREATE TABLE customer_sale (
    customer TEXT NOT NULL,
    at       INTEGER NOT NULL,
    sale     BLOB NOT NULL,
    PRIMARY KEY (customer, at, sale)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX customer_sale_by_sale ON customer_sale (sale)
-- next
INSERT INTO customer_sale (customer, at, sale)
WITH told AS (
    SELECT s.id AS sale, s.completed_at AS at, iif(s.document IS NULL, '$.body.customer', '$.customer') AS path,
        CAST(coalesce(s.document, o.bytes) AS TEXT) AS document
    FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
    WHERE instr(coalesce(s.document, o.bytes), CAST('"customer":"' AS BLOB)) > 0
      AND json_valid(CAST(coalesce(s.document, o.bytes) AS TEXT))
)
SELECT json_extract(document, path), at, sale FROM told WHERE json_type(document, path) = 'text'
-- next
PRAGMA user_version = 19
