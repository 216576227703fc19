-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM payment_intent WHERE id = ?
