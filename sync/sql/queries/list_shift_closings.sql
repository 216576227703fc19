-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes FROM operation WHERE type = 'shift.close'
