-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person has to decide about, as the platform tells it and as pending resolutions leave it. `number` is that of
-- the operation, for one of this device.
CREATE TABLE attention (
    id BLOB NOT NULL PRIMARY KEY,
    is_open INTEGER NOT NULL,
    subject BLOB NOT NULL,
    occurred_at INTEGER NOT NULL,
    number INTEGER,
    document BLOB NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX attention_open ON attention (occurred_at, id) WHERE is_open = 1
-- next
CREATE INDEX attention_of_subject ON attention (subject) WHERE is_open = 1
-- next
-- The mark of an operation is the platform's last word; whether a person still has to decide stands in its card. The
-- program makes the cards of what was marked before.
DROP INDEX operation_attention
-- next
INSERT INTO setting (name, value) VALUES ('attention.stale', '1')
ON CONFLICT (name) DO UPDATE SET value = excluded.value
-- next
PRAGMA user_version = 4
