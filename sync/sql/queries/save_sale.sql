-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO sale (id, number, shift, register, completed_at, document) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, shift = excluded.shift, register = excluded.register,
completed_at = excluded.completed_at, operation = excluded.operation, document = excluded.document
