-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows of a type after one id up to another that this version could not read: the newest that the platform told.
SELECT id, document FROM unread_row WHERE type = ? AND id > ? AND id <= ?
