-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the platform keeps until something else took effect is few, and is asked about with each page.
CREATE INDEX IF NOT EXISTS operation_waiting ON operation (number)
WHERE state = 'receipted' AND visible_at IS NULL AND attention = 0
-- next
PRAGMA user_version = 20
