-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO shift (id, register, state, opened_at, document, z) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET register = excluded.register, state = excluded.state, opened_at = excluded.opened_at,
document = excluded.document, z = excluded.z
