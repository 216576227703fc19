-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT type, id, cursor, document FROM staged_row WHERE (type, id) > (?, ?) ORDER BY type, id LIMIT ?
