-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sent without an answer, and what another store may have sent: it was brought in, or has a number up to the
-- one given. Also what waits for something else: only the store that sent it is told what becomes of it, and that may
-- have been another one, or have been told in a past that was put back.
SELECT number, id, epoch, sequence FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open
    WHERE state <> 'visible' AND state = 'sent' AND number > ?1
    UNION
    SELECT number FROM operation INDEXED BY operation_made_elsewhere
    WHERE made_elsewhere = 1 AND state = 'queued' AND number > ?1
    UNION
    SELECT number FROM operation INDEXED BY operation_open
    WHERE ?2 > 0 AND state <> 'visible' AND state = 'queued' AND number > ?1 AND number <= ?2
    UNION
    SELECT number FROM operation INDEXED BY operation_waiting
    WHERE state = 'receipted' AND visible_at IS NULL AND attention = 0 AND number > ?1
    ORDER BY number LIMIT ?3)
ORDER BY number
