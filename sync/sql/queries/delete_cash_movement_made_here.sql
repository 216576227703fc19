-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM cash_movement WHERE id = ? AND made_here = 1
