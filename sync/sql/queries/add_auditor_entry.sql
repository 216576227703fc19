-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO auditor_entry (position, chain, number, operation, document, hash, signature, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
