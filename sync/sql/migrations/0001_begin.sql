-- SPDX-License-Identifier: GPL-3.0-or-later
-- The local store of one device. Ids are the 16 bytes of their UUID, times are milliseconds of UTC since 1970,
-- money is in minor units. A document column holds an entity as its canonical JSON: the truth of the row; the other
-- columns are what lists and look-ups need of it.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
-- next
-- One row: this device. The private key lies in a file of its own beside the store.
CREATE TABLE device (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    platform TEXT,
    location BLOB,
    register BLOB,
    person BLOB,
    last_sequence INTEGER NOT NULL DEFAULT 0,
    feed_cursor TEXT,
    last_sync_at INTEGER,
    clock_offset_ms INTEGER NOT NULL DEFAULT 0
) STRICT
-- next
-- Company, locations, registers, people, categories and tax classes: few, and always read whole.
CREATE TABLE reference (
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE product (
    number INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name_key TEXT NOT NULL,
    archived INTEGER NOT NULL,
    document BLOB NOT NULL
) STRICT
-- next
CREATE INDEX product_by_name ON product (name_key)
-- next
CREATE TABLE product_category (
    category BLOB NOT NULL,
    product BLOB NOT NULL,
    PRIMARY KEY (category, product)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX product_category_by_product ON product_category (product)
-- next
CREATE TABLE variant (
    number INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    product BLOB NOT NULL,
    sku_key TEXT NOT NULL,
    archived INTEGER NOT NULL,
    document BLOB NOT NULL
) STRICT
-- next
CREATE INDEX variant_by_product ON variant (product)
-- next
CREATE INDEX variant_by_sku ON variant (sku_key)
-- next
-- Codes in the one form that models/catalog/barcode.h gives them. While a page of changes is half applied, two
-- variants may hold one code.
CREATE TABLE barcode (
    code TEXT NOT NULL,
    variant BLOB NOT NULL,
    PRIMARY KEY (code, variant)
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX barcode_by_variant ON barcode (variant)
-- next
-- What product search reads. `position` is the useful order: what sells most first, then by name.
CREATE TABLE search_entry (
    position INTEGER NOT NULL PRIMARY KEY,
    product BLOB NOT NULL UNIQUE,
    words TEXT NOT NULL
) STRICT
-- next
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content = 'search_entry', content_rowid = 'position', columnsize = 0, tokenize = 'trigram case_sensitive 1')
-- next
CREATE TABLE customer (
    id BLOB NOT NULL PRIMARY KEY,
    name_key TEXT NOT NULL,
    words TEXT NOT NULL,
    archived INTEGER NOT NULL,
    document BLOB NOT NULL
) STRICT
-- next
CREATE INDEX customer_by_name ON customer (name_key)
-- next
CREATE TABLE shift (
    id BLOB NOT NULL PRIMARY KEY,
    register BLOB NOT NULL,
    state TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    document BLOB NOT NULL
) STRICT
-- next
CREATE INDEX shift_by_register ON shift (register, state)
-- next
CREATE TABLE sale (
    id BLOB NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    shift BLOB NOT NULL,
    register BLOB NOT NULL,
    completed_at INTEGER NOT NULL,
    document BLOB NOT NULL
) STRICT
-- next
CREATE INDEX sale_by_number ON sale (number)
-- next
CREATE INDEX sale_by_time ON sale (completed_at)
-- next
CREATE TABLE receipt_counter (
    register BLOB NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE TABLE movement (
    id BLOB NOT NULL PRIMARY KEY,
    variant BLOB NOT NULL,
    location BLOB NOT NULL,
    delta INTEGER NOT NULL,
    reason TEXT NOT NULL,
    source BLOB NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX movement_by_variant ON movement (variant, at)
-- next
CREATE TABLE stock_level (
    id BLOB NOT NULL PRIMARY KEY,
    variant BLOB NOT NULL,
    location BLOB NOT NULL,
    on_hand INTEGER NOT NULL
) STRICT, WITHOUT ROWID
-- next
CREATE INDEX stock_level_by_variant ON stock_level (variant, location)
-- next
-- Every operation of this device, in the order it was recorded. `touched` names the entities it changed here, as
-- pairs of type and id, so that a pull knows what to replay.
CREATE TABLE operation (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    type TEXT NOT NULL,
    subject BLOB NOT NULL,
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'receipted', 'visible')),
    sequence INTEGER,
    epoch INTEGER,
    acknowledgement TEXT,
    visible_at TEXT,
    attention INTEGER NOT NULL DEFAULT 0,
    touched BLOB NOT NULL
) STRICT
-- next
CREATE INDEX operation_by_subject ON operation (subject)
-- next
CREATE INDEX operation_not_visible ON operation (state, number) WHERE state <> 'visible'
-- next
CREATE INDEX operation_attention ON operation (number) WHERE attention = 1
-- next
CREATE UNIQUE INDEX operation_by_sequence ON operation (epoch, sequence) WHERE sequence IS NOT NULL
-- next
-- The platform's state of every entity that a pending operation changed here; no document: not there.
CREATE TABLE server_copy (
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    document BLOB,
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID
-- next
PRAGMA application_id = 1129465165
-- next
PRAGMA user_version = 1
