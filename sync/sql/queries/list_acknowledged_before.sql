-- SPDX-License-Identifier: GPL-3.0-or-later
-- Newest first; what was never sent or not answered is asked about elsewhere.
SELECT number, id, visible_at IS NOT NULL OR (state = 'visible' AND attention = 0) FROM operation
WHERE number < ? AND (state = 'receipted' OR state = 'visible') ORDER BY number DESC LIMIT ?
