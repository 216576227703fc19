-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE device SET platform = ?, location = ?, register = ?, person = ?, feed_cursor = ?, enrolled_at = ?
