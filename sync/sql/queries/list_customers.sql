-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT words, document FROM customer WHERE archived = 0 ORDER BY name_key
