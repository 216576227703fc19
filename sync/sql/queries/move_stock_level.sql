-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE stock_level SET on_hand = on_hand + ? WHERE id = ?
