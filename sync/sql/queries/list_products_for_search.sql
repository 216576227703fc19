-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, name_key, words, iif(words IS NULL, document, NULL) FROM product ORDER BY number
