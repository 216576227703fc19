-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM sale
WHERE completed_at >= ? AND completed_at < ? AND (? OR shift = ?) AND instr(number, ?) > 0
ORDER BY completed_at DESC LIMIT ? OFFSET ?
