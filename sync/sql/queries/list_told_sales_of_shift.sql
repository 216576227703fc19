-- SPDX-License-Identifier: GPL-3.0-or-later
-- As the platform has them, without those whose operation is on its way: a replay adds these itself.
SELECT document FROM sale
WHERE shift = ? AND document IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM operation INDEXED BY operation_open
    WHERE operation.subject = sale.id AND operation.state <> 'visible'
        AND operation.state IN ('queued', 'sent', 'receipted'))
ORDER BY id
