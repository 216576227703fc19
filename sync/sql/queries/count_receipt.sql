-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO receipt_counter (register, last) VALUES (?, ?)
ON CONFLICT (register) DO UPDATE SET last = excluded.last WHERE last = excluded.last - 1
