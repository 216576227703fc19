-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET state = 'receipted', acknowledgement = ?, visible_at = ?, attention = ?
WHERE epoch = ? AND sequence = ? AND state <> 'visible'
