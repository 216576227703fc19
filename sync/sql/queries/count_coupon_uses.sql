-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT COUNT(*) FROM coupon_use WHERE code = ? AND promotion = ?
