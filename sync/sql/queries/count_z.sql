-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO z_counter (register, last, perpetual, currency) VALUES (?, ?, ?, ?)
ON CONFLICT (register) DO UPDATE SET last = excluded.last, perpetual = excluded.perpetual, currency = excluded.currency
WHERE excluded.last > last
