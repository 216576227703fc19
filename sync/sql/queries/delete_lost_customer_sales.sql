-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of sales that could not be saved.
DELETE FROM customer_sale WHERE sale NOT IN (SELECT id FROM sale)
