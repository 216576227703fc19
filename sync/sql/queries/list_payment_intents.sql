-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that hold a shift before all others, of each the newest first.
SELECT document FROM payment_intent WHERE holds >= ? ORDER BY holds DESC, asked_at DESC, id DESC LIMIT ?
