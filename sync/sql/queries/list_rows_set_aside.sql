-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT type, id, cursor, document FROM unread_row ORDER BY type, id
