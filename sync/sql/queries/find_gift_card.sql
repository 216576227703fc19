-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM gift_card WHERE code_hash = ? AND code_hash <> '' ORDER BY id LIMIT 1
