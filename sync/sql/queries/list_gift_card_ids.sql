-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM gift_card WHERE id > ? ORDER BY id LIMIT ?
