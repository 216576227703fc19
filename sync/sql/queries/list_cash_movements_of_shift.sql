-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM cash_movement WHERE shift = ? ORDER BY at DESC, id DESC LIMIT ?
