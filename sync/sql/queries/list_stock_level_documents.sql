-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, variant, location, on_hand FROM stock_level WHERE id > ? ORDER BY id LIMIT ?
