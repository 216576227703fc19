-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT type, subject, attention, visible_at, touched, bytes, 
    CASE WHEN attention = 1 OR visible_at IS NULL THEN acknowledgement END
FROM operation WHERE number = ? AND state <> 'visible'
