-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO unread_row (type, id, cursor, document) VALUES (?, ?, ?, ?)
ON CONFLICT (type, id) DO UPDATE SET cursor = excluded.cursor, document = excluded.document
