-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO gift_entry (card, document, place, kind, amount, currency, at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (card, document, place) DO NOTHING
