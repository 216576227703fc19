-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, id, name_key, words, iif(words IS NULL, document, NULL) FROM product
WHERE number > ? ORDER BY number LIMIT ?
