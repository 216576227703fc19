-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT touched FROM operation WHERE number = ? AND state <> 'visible'
