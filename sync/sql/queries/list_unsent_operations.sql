-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, id, bytes, epoch, sequence FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open
    WHERE state <> 'visible' AND state IN ('queued', 'sent') ORDER BY number LIMIT ?)
ORDER BY number
