-- SPDX-License-Identifier: GPL-3.0-or-later
-- As list_payment_intents.
SELECT document FROM payment_intent WHERE shift = ? AND holds >= ? ORDER BY holds DESC, asked_at DESC, id DESC LIMIT ?
