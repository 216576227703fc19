-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM payment_intent WHERE shift = ? AND holds = 1
