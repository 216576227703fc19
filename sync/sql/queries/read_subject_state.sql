-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, attention FROM (
    SELECT number, state, 0 AS attention FROM operation INDEXED BY operation_open
    WHERE state <> 'visible' AND state IN ('queued', 'sent', 'receipted') AND subject = ?1
    UNION ALL
    SELECT 0, 'visible', 1 FROM attention INDEXED BY attention_of_subject WHERE is_open = 1 AND subject = ?1)
ORDER BY attention DESC, number DESC LIMIT 1
