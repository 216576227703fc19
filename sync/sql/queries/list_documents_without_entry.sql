-- SPDX-License-Identifier: GPL-3.0-or-later
-- Only of registers that this store is or was: it also sends for others, which enter their documents themselves.
SELECT number, bytes FROM operation
WHERE number >= ? AND type IN ('sale.complete', 'shift.open', 'shift.close')
AND number NOT IN (SELECT operation FROM auditor_entry WHERE operation IS NOT NULL)
AND CASE WHEN json_valid(CAST(bytes AS TEXT))
    THEN replace(json_extract(CAST(bytes AS TEXT), '$.register'), '-', '') IN (
        SELECT lower(hex(register)) FROM device
        UNION
        SELECT CASE WHEN json_valid(CAST(document AS TEXT))
            THEN replace(json_extract(CAST(document AS TEXT), '$.register'), '-', '') END
        FROM auditor_entry WHERE number = 1)
    ELSE 1 END
ORDER BY number
