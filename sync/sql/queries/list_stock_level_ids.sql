-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM stock_level WHERE id > ? ORDER BY id LIMIT ?
