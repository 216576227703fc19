-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO returned_line (sale, line, returned_by, quantity) VALUES (?, ?, ?, ?)
ON CONFLICT (sale, line, returned_by) DO UPDATE SET quantity = excluded.quantity
