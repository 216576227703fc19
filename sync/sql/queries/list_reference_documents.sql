-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, document FROM reference WHERE type = ? AND id > ? ORDER BY id LIMIT ?
