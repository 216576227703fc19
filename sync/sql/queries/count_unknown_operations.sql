-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM (
    SELECT number FROM operation INDEXED BY operation_open WHERE state <> 'visible' AND state = 'sent' LIMIT ?)
