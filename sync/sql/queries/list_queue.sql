-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, state, sequence, acknowledgement,
number IN (SELECT attention.number FROM attention INDEXED BY attention_open
           WHERE is_open = 1 AND attention.number IS NOT NULL)
FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open WHERE state <> 'visible' AND number NOT IN (
        SELECT letter.number FROM attention JOIN operation AS letter ON letter.number = attention.number
        WHERE letter.state = 'receipted' AND letter.attention = 1 AND letter.visible_at IS NULL)
    UNION SELECT number FROM attention INDEXED BY attention_open WHERE is_open = 1 AND number IS NOT NULL
    ORDER BY number LIMIT ? OFFSET ?)
ORDER BY number
