-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, document FROM loyalty_account WHERE id > ? ORDER BY id LIMIT ?
