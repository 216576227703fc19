-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for the printer of this device (docs/adr/051). It is no record: losing it loses paper, and nothing else.
-- A number is never given twice, so that what was let go while it was printed does not take another with it.
CREATE TABLE print_job (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title   TEXT    NOT NULL,
    bytes   BLOB    NOT NULL,
    kick    BLOB    NOT NULL,
    state   INTEGER NOT NULL,
    tries   INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT
-- next
-- How often the receipt of a sale was printed here: each after the first says that it is a copy.
CREATE TABLE print_count (
    sale   BLOB    NOT NULL PRIMARY KEY,
    prints INTEGER NOT NULL
) STRICT, WITHOUT ROWID
-- next
PRAGMA user_version = 11
