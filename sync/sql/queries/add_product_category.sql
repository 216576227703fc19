-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO product_category (category, product) VALUES (?, ?)
