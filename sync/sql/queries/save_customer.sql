-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO customer (id, name_key, words, archived, document, card) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name_key = excluded.name_key, words = excluded.words, archived = excluded.archived,
document = excluded.document, card = excluded.card
