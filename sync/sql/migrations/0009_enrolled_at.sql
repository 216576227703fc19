-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the device was enrolled: rights that nobody confirmed since then end as well (docs/adr/034). Of those that were
-- before, the store is as old at least.
ALTER TABLE device ADD COLUMN enrolled_at INTEGER
-- next
UPDATE device SET enrolled_at = made_at WHERE location IS NOT NULL
-- next
PRAGMA user_version = 9
