-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET state = 'visible' WHERE number = ?
