-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that the platform told.
SELECT id FROM cash_movement WHERE id > ? AND made_here = 0 ORDER BY id LIMIT ?
