-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, name_key, document FROM product ORDER BY number
