-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET state = 'sent', acknowledgement = NULL, visible_at = NULL, attention = 0 WHERE number = ?
