-- SPDX-License-Identifier: GPL-3.0-or-later
-- A first load writes its rows one behind the other, and makes the indices whose order is another when all are there:
-- each of its steps would write nearly every page of them.
--
-- Barcodes stand with their variant; what finds one by its code is an index that can be made later.
CREATE TABLE barcode_new (
    variant BLOB NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (variant, code)
) STRICT, WITHOUT ROWID
-- next
INSERT INTO barcode_new (variant, code) SELECT variant, code FROM barcode ORDER BY variant, code
-- next
DROP TABLE barcode
-- next
ALTER TABLE barcode_new RENAME TO barcode
-- next
CREATE INDEX barcode_by_code ON barcode (code)
-- next
-- So can the one that finds the entry of a product.
CREATE TABLE search_entry_new (
    position INTEGER NOT NULL PRIMARY KEY,
    product BLOB NOT NULL,
    words TEXT NOT NULL
) STRICT
-- next
INSERT INTO search_entry_new (position, product, words) SELECT position, product, words FROM search_entry
ORDER BY position
-- next
DROP TABLE search_entry
-- next
ALTER TABLE search_entry_new RENAME TO search_entry
-- next
CREATE UNIQUE INDEX search_entry_by_product ON search_entry (product)
-- next
PRAGMA user_version = 7
