-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET state = 'sent', acknowledgement = NULL, visible_at = NULL
WHERE state = 'receipted' AND attention = 0 AND visible_at IS NOT NULL
