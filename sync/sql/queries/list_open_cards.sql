-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document, number FROM attention INDEXED BY attention_open WHERE is_open = 1
ORDER BY occurred_at, id LIMIT ? OFFSET ?
