-- SPDX-License-Identifier: GPL-3.0-or-later
-- The number of a customer's card, as a scanner reads it. It stands in the document as well.
ALTER TABLE customer ADD COLUMN card TEXT NOT NULL DEFAULT ''
-- next
UPDATE customer SET card = json_extract(CAST(document AS TEXT), '$.card')
WHERE instr(document, CAST('"card":' AS BLOB)) > 0 AND json_valid(CAST(document AS TEXT))
    AND json_type(CAST(document AS TEXT), '$.card') = 'text'
-- next
CREATE INDEX customer_by_card ON customer (card) WHERE card <> ''
-- next
PRAGMA user_version = 18
