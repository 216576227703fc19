-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM unread_row WHERE type = ? AND id = ?
