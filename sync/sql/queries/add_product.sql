-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO product (id, name_key, archived, document, words) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
