-- SPDX-License-Identifier: GPL-3.0-or-later
-- The platform's state is read anew beside the rows that people work with, and laid over them when it is whole.
--
-- One row while that is under way: how far it has come (see sync/store/reload.h).
CREATE TABLE reload (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    reason TEXT NOT NULL,
    phase TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    types TEXT NOT NULL,
    asked INTEGER NOT NULL,
    chunk TEXT NOT NULL,
    cursor TEXT NOT NULL,
    horizon TEXT,
    place_type TEXT NOT NULL,
    place_id BLOB NOT NULL
) STRICT
-- next
-- Rows that came for it; without a document, the platform says that it is gone.
CREATE TABLE staged_row (
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    cursor TEXT NOT NULL,
    document BLOB,
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID
-- next
PRAGMA user_version = 5
