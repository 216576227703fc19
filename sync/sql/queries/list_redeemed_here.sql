-- SPDX-License-Identifier: GPL-3.0-or-later
-- What one register took of a card since a moment, the newest first.
SELECT e.document, e.place, e.kind, e.amount, e.currency, e.at FROM gift_entry e JOIN sale s ON s.id = e.document
WHERE e.card = ? AND e.kind = 'redeemed' AND s.register = ? AND e.at >= ? ORDER BY e.at DESC, e.document, e.place
