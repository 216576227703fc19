-- SPDX-License-Identifier: GPL-3.0-or-later
-- A sale writes fewer pages, and search is rebuilt without reading documents.
--
-- Operations are never deleted, so their numbers need no AUTOINCREMENT and its table. The large columns stand last.
-- For a check with IN, SQLite would make a table of its own at each insert.
CREATE TABLE operation_new (
    number INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL,
    type TEXT NOT NULL,
    subject BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state = 'queued' OR state = 'sent' OR state = 'receipted' OR state = 'visible'),
    epoch INTEGER,
    sequence INTEGER,
    attention INTEGER NOT NULL DEFAULT 0,
    visible_at TEXT,
    hash BLOB NOT NULL,
    touched BLOB NOT NULL,
    acknowledgement TEXT,
    bytes BLOB NOT NULL
) STRICT
-- next
INSERT INTO operation_new (
    number, id, type, subject, state, epoch, sequence, attention, visible_at, hash, touched, acknowledgement, bytes)
SELECT number, id, type, subject, state, epoch, sequence, attention, visible_at, hash, touched, acknowledgement, bytes
FROM operation ORDER BY number
-- next
DROP TABLE operation
-- next
ALTER TABLE operation_new RENAME TO operation
-- next
-- One index for what is counted, sent, replayed, and asked for a subject: only operations on their way are in it.
CREATE INDEX operation_open ON operation (state, subject) WHERE state <> 'visible'
-- next
CREATE INDEX operation_attention ON operation (subject) WHERE attention = 1
-- next
CREATE UNIQUE INDEX operation_by_sequence ON operation (epoch, sequence) WHERE sequence IS NOT NULL
-- next
-- A sale made here stands whole in the bytes of its operation; its own document comes with the platform's form. A row
-- without a document says as well that the platform had no such sale before.
CREATE TABLE sale_new (
    id BLOB NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    shift BLOB NOT NULL,
    register BLOB NOT NULL,
    completed_at INTEGER NOT NULL,
    operation INTEGER,
    document BLOB,
    CHECK (operation IS NOT NULL OR document IS NOT NULL)
) STRICT, WITHOUT ROWID
-- next
INSERT INTO sale_new (id, number, shift, register, completed_at, operation, document)
SELECT id, number, shift, register, completed_at, NULL, document FROM sale ORDER BY id
-- next
DROP TABLE sale
-- next
ALTER TABLE sale_new RENAME TO sale
-- next
CREATE INDEX sale_by_number ON sale (number)
-- next
CREATE INDEX sale_by_time ON sale (completed_at)
-- next
-- The ledger stands in the order it is read: by variant and time.
CREATE TABLE movement_new (
    variant BLOB NOT NULL,
    at INTEGER NOT NULL,
    id BLOB NOT NULL,
    location BLOB NOT NULL,
    delta INTEGER NOT NULL,
    reason TEXT NOT NULL,
    source BLOB NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (variant, at, id)
) STRICT, WITHOUT ROWID
-- next
INSERT INTO movement_new (variant, at, id, location, delta, reason, source, note)
SELECT variant, at, id, location, delta, reason, source, note FROM movement ORDER BY variant, at, id
-- next
DROP TABLE movement
-- next
ALTER TABLE movement_new RENAME TO movement
-- next
-- Lists are in the order of search_entry; nothing asks for products by name alone.
DROP INDEX product_by_name
-- next
-- What search finds a row by, in the form of the index; not there for rows of older versions until they are saved.
ALTER TABLE product ADD COLUMN words TEXT
-- next
ALTER TABLE variant ADD COLUMN words TEXT
-- next
PRAGMA user_version = 2
