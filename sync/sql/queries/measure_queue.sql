-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*), count(*) FILTER (WHERE type = 'sale.complete'), min(number) FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_open WHERE state <> 'visible' AND state IN ('queued', 'sent'))
