-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM gift_card WHERE id = ?
