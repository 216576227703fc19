-- SPDX-License-Identifier: GPL-3.0-or-later
-- A rebase finds what it has to replay by entity, not by reading the whole queue.
--
-- What each pending operation is still laid over, and what its replay reads: entities by type and id; other keys have a
-- type of their own and the UUID of their text (see sync/store/pending_key.h).
CREATE TABLE pending_key (
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (type, id, number)
) STRICT, WITHOUT ROWID
-- next
-- From which place in the feed on an acknowledged operation can be seen, while it is pending.
CREATE TABLE pending_end (
    epoch INTEGER NOT NULL,
    xid INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (epoch, xid, number)
) STRICT, WITHOUT ROWID
-- next
-- The place in the feed of the row that the copy came with; nothing while it lies before every pending operation.
ALTER TABLE server_copy ADD COLUMN cursor TEXT
-- next
-- Later outcomes name an operation by its id alone.
CREATE INDEX operation_by_id ON operation (id) WHERE state <> 'visible'
-- next
-- Rows of the feed that this version could not read, whole, until one comes that can.
CREATE TABLE unread_row (
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    cursor TEXT NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID
-- next
-- Requests without effect ended at a position before all others; now they end when their answer comes.
UPDATE operation SET visible_at = NULL WHERE state = 'receipted' AND attention = 1 AND visible_at = '1.0.0'
-- next
-- The keys of what is pending are written by the program, which can read the queue.
INSERT INTO setting (name, value) VALUES ('rebase.stale', '1') ON CONFLICT (name) DO UPDATE SET value = excluded.value
-- next
PRAGMA user_version = 3
