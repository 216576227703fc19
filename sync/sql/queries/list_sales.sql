-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM sale
WHERE completed_at >= ?1 AND completed_at < ?2 AND (?3 IS NULL OR shift = ?3) AND instr(number, ?4) > 0
ORDER BY completed_at DESC LIMIT ?5 OFFSET ?6
