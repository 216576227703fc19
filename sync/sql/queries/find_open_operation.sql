-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM operation WHERE id = ? AND state <> 'visible'
