-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM operation INDEXED BY operation_by_id WHERE id = ? AND state <> 'visible'
