-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (
    SELECT number FROM operation INDEXED BY operation_made_elsewhere
    WHERE made_elsewhere = 1 AND state IN ('queued', 'sent'))
