-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO search_entry (position, product, words) VALUES (?, ?, ?)
