-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT on_hand FROM stock_level WHERE variant = ? AND location = ?
