-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT last, perpetual, currency FROM z_counter WHERE register = ?
