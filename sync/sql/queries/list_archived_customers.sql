-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT words, document FROM customer WHERE archived = 1 ORDER BY name_key
