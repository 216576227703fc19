-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, attention FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open
    WHERE state <> 'visible' AND state IN ('queued', 'sent', 'receipted') AND subject = ?1
    UNION ALL SELECT number FROM operation INDEXED BY operation_attention WHERE attention = 1 AND subject = ?1)
ORDER BY attention DESC, number DESC LIMIT 1
