-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM product_category WHERE product = ?
