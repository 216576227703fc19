-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM payment_intent WHERE id > ? ORDER BY id LIMIT ?
