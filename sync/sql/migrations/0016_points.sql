-- SPDX-License-Identifier: GPL-3.0-or-later
-- The points of customers (docs/adr/062): what each of them has. What moved it stands in the documents.
CREATE TABLE loyalty_account (
    id       BLOB NOT NULL PRIMARY KEY,
    document BLOB NOT NULL
) STRICT, WITHOUT ROWID
-- next
PRAGMA user_version = 16
