-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gift cards and store credit (docs/adr/060). A card is found by the hash of the code that is scanned, store credit by
-- whose it is.
CREATE TABLE gift_card (
    id        BLOB NOT NULL PRIMARY KEY,
    code_hash TEXT NOT NULL,
    customer  BLOB,
    document  BLOB NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX gift_card_by_hash ON gift_card (code_hash) WHERE code_hash <> ''
-- next
-- What sales moved on them. It stands in the documents as well; here it is found by the card.
CREATE TABLE gift_entry (
    card     BLOB    NOT NULL,
    document BLOB    NOT NULL,
    place    INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    amount   INTEGER NOT NULL,
    currency TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (card, document, place)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX gift_entry_by_document ON gift_entry (document)
-- next
PRAGMA user_version = 14
