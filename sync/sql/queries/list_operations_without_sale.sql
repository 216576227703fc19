-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, bytes FROM operation
WHERE type = 'sale.complete' AND state <> 'visible' AND subject NOT IN (SELECT id FROM sale) ORDER BY number
