-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET state = ?, acknowledgement = ?, visible_at = ?, attention = ? WHERE id = ?
