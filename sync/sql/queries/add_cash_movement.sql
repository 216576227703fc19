-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO cash_movement (id, shift, at, made_here, document) VALUES (?, ?, ?, 1, ?)
ON CONFLICT (id) DO NOTHING
