-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest first.
SELECT document, place, kind, amount, currency, at FROM gift_entry WHERE card = ? ORDER BY at DESC, document DESC, place DESC
LIMIT ?
