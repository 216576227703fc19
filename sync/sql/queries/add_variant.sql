-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO variant (id, product, sku_key, archived, document, words) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING
