-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM z_counter WHERE register = ?
