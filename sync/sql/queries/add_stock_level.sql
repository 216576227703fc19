-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO stock_level (id, variant, location, on_hand) VALUES (?, ?, ?, ?)
