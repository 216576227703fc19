-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO receipt_counter (register, last) VALUES (?, 1) ON CONFLICT (register) DO UPDATE SET last = last + 1
RETURNING last
