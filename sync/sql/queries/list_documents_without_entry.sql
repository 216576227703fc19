-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever made what was brought in enters it.
SELECT number, bytes FROM operation
WHERE number >= ? AND type IN ('sale.complete', 'cash.move', 'shift.open', 'shift.close') AND made_elsewhere = 0
AND number NOT IN (SELECT operation FROM auditor_entry WHERE operation IS NOT NULL)
ORDER BY number
