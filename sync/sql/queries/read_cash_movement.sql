-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM cash_movement WHERE id = ?
