-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO coupon_use (code, promotion, sale) VALUES (?, ?, ?) ON CONFLICT (code, promotion, sale) DO NOTHING
