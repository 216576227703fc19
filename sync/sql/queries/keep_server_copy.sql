-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO server_copy (type, id, document, cursor) VALUES (?, ?, ?, ?)
