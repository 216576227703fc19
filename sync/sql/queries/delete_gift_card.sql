-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM gift_card WHERE id = ?
