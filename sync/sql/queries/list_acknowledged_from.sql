-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM operation
WHERE epoch = ? AND sequence >= ? AND (state = 'receipted' OR state = 'visible') ORDER BY number
