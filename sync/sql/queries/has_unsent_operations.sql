-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (
    SELECT number FROM operation INDEXED BY operation_open
    WHERE state <> 'visible' AND state IN ('queued', 'sent'))
