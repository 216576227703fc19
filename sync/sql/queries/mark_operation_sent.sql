-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET state = 'sent', epoch = ?, sequence = ? WHERE number = ?
