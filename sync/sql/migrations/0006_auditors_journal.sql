-- SPDX-License-Identifier: GPL-3.0-or-later
-- The auditor's journal (docs/journal.md): a chain of the documents of each register that this store was.
--
-- The document of an entry stands in the operation of that number, whose bytes are never changed; those that no
-- operation stands for, the beginning of a chain and its closings, stand here. `state` is what the chain comes to after
-- the entry, so that nothing is added up again when a program starts; it is not part of what is hashed.
CREATE TABLE auditor_entry (
    position INTEGER NOT NULL PRIMARY KEY,
    chain BLOB NOT NULL,
    number INTEGER NOT NULL,
    operation INTEGER,
    document BLOB,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    state BLOB NOT NULL,
    CHECK ((operation IS NULL) <> (document IS NULL))
) STRICT
-- next
-- The platform's last word on each chain: how far it saw it come. `refused`: it knows the chain otherwise.
CREATE TABLE auditor_head (
    chain BLOB NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    signed_at INTEGER NOT NULL,
    signature BLOB NOT NULL,
    platform_key BLOB NOT NULL,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID
-- next
-- What was recorded before is not in the journal: it says with its first entry from when on it runs.
INSERT INTO setting (name, value)
SELECT 'auditor.from', CAST(max(number) + 1 AS TEXT) FROM operation HAVING max(number) IS NOT NULL
-- next
PRAGMA user_version = 6
