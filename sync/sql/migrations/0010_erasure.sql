-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers who were erased and of whom something may still stand here: what is unsent, what the program has not come to
-- yet (docs/adr/041).
CREATE TABLE erasure (
    subject BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID
-- next
-- What was said about somebody. Sales, which are most of it, are about no person alone.
CREATE INDEX operation_about ON operation (subject) WHERE type <> 'sale.complete'
-- next
PRAGMA user_version = 10
