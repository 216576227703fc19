-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM operation INDEXED BY operation_open
WHERE state <> 'visible' AND state IN ('queued', 'sent') AND number <= ?
