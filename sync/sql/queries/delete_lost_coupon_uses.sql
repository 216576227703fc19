-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of sales that could not be saved.
DELETE FROM coupon_use WHERE sale NOT IN (SELECT id FROM sale)
