-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, state, sequence, acknowledgement, 1 FROM operation WHERE number IN (
    SELECT number FROM attention INDEXED BY attention_open WHERE is_open = 1 AND number IS NOT NULL
    ORDER BY number LIMIT ? OFFSET ?)
ORDER BY number
