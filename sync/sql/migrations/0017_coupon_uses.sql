-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which sales had which coupon, so that a limited one is counted without reading them all. It stands in the documents as
-- well; here it is found by its code. The promotion is text, as documents have it.
CREATE TABLE coupon_use (
    code      TEXT NOT NULL,
    promotion TEXT NOT NULL,
    sale      BLOB NOT NULL,
    PRIMARY KEY (code, promotion, sale)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX coupon_use_by_sale ON coupon_use (sale)
-- next
INSERT INTO coupon_use (code, promotion, sale)
WITH told AS (
    SELECT s.id AS sale, CAST(coalesce(s.document, o.bytes) AS TEXT) AS document
    FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
    WHERE instr(coalesce(s.document, o.bytes), CAST('"coupon":' AS BLOB)) > 0
      AND json_valid(CAST(coalesce(s.document, o.bytes) AS TEXT))
), given AS (
    SELECT told.sale, each.value AS code, json_extract(told.document, each.path || '.promotion') AS promotion
    FROM told, json_tree(told.document) AS each
    WHERE each.key = 'coupon' AND each.type = 'text' AND each.value <> ''
)
SELECT DISTINCT code, promotion, sale FROM given WHERE promotion IS NOT NULL
-- next
PRAGMA user_version = 17
