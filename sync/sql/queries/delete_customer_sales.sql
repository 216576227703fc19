-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a sale that is not there any more.
DELETE FROM customer_sale WHERE sale = ?1 AND NOT EXISTS (SELECT 1 FROM sale WHERE id = ?1)
