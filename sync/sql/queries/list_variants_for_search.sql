-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT product, words, iif(words IS NULL, document, NULL) FROM variant ORDER BY number
