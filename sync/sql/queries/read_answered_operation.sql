-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, epoch, sequence, acknowledgement, (SELECT id FROM device) FROM operation WHERE number = ?
