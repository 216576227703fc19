-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations that were brought in from the export of another store (sync.md rule 30). Their documents stand in the
-- auditor's journal of the store that made them, and whoever made them may send them as well.
ALTER TABLE operation ADD COLUMN made_elsewhere INTEGER NOT NULL DEFAULT 0
-- next
CREATE INDEX operation_made_elsewhere ON operation (state) WHERE made_elsewhere = 1
-- next
-- Until now they were told by a register that this store never was.
UPDATE operation SET made_elsewhere = 1
WHERE type IN ('sale.complete', 'shift.open', 'shift.close') AND json_valid(CAST(bytes AS TEXT))
AND replace(json_extract(CAST(bytes AS TEXT), '$.register'), '-', '') NOT IN (
    SELECT lower(hex(register)) FROM device WHERE register IS NOT NULL
    UNION
    SELECT replace(json_extract(CAST(document AS TEXT), '$.register'), '-', '')
    FROM auditor_entry WHERE number = 1 AND json_valid(CAST(document AS TEXT))
        AND json_extract(CAST(document AS TEXT), '$.register') IS NOT NULL)
-- next
PRAGMA user_version = 8
