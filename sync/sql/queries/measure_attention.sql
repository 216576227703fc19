-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*), count(*) FILTER (WHERE json_extract(acknowledgement, '$.outcome') = 'refused')
FROM operation WHERE number IN (
    SELECT number FROM attention INDEXED BY attention_open WHERE is_open = 1 AND number IS NOT NULL)
