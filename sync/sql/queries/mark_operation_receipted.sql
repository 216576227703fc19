-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settled outcomes have a position in the feed or need attention: they stay as they are.
UPDATE operation SET state = 'receipted', acknowledgement = ?, visible_at = ?, attention = ?
WHERE number = ? AND state <> 'visible' AND visible_at IS NULL AND attention = 0
