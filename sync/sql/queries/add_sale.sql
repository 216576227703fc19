-- SPDX-License-Identifier: GPL-3.0-or-later
-- A replay meets sales that an older version stored with a document of their own.
INSERT INTO sale (id, number, shift, register, completed_at, operation) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING
