-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the tills of this place asked of the payment provider (docs/adr/061). Those over which no shift closes are looked
-- for often and are few.
CREATE TABLE payment_intent (
    id       BLOB    NOT NULL PRIMARY KEY,
    shift    BLOB    NOT NULL,
    holds    INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    document BLOB    NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX payment_intent_newest ON payment_intent (holds, asked_at, id)
-- next
CREATE INDEX payment_intent_by_shift ON payment_intent (shift, holds, asked_at, id)
-- next
PRAGMA user_version = 15
