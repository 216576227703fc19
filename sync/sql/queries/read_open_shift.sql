-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM shift WHERE register = ? AND state = 'open' ORDER BY opened_at DESC LIMIT 1
