-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nearly all that come after one that was just sent: read in their order, however many they are.
SELECT number, id, bytes, epoch, sequence FROM operation
WHERE number > ? AND state IN ('queued', 'sent')
ORDER BY number LIMIT ?
