-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, acknowledgement FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open WHERE state <> 'visible' AND state = 'receipted')
AND visible_at IS NULL AND attention = 0 AND acknowledgement IS NOT NULL
ORDER BY number LIMIT ?
