-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, product, words, iif(words IS NULL, document, NULL) FROM variant
WHERE number > ? ORDER BY number LIMIT ?
