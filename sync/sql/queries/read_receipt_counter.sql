-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT last FROM receipt_counter WHERE register = ?
