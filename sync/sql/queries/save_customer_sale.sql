-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO customer_sale (customer, at, sale) VALUES (?, ?, ?) ON CONFLICT (customer, at, sale) DO NOTHING
