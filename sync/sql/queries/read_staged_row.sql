-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT cursor, document FROM staged_row WHERE type = ? AND id = ?
