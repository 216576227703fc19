-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, id, epoch, sequence FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open
    WHERE state <> 'visible' AND state = 'sent' AND number > ? ORDER BY number LIMIT ?)
ORDER BY number
