-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO staged_row (type, id, cursor, document) VALUES (?, ?, ?, ?)
