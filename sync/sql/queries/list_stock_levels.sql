-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT location, on_hand FROM stock_level WHERE variant = ?
