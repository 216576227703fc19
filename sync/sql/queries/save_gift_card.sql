-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO gift_card (id, code_hash, customer, document) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET code_hash = excluded.code_hash, customer = excluded.customer, document = excluded.document
