-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO cash_movement (id, shift, at, made_here, document) VALUES (?, ?, ?, 0, ?)
ON CONFLICT (id) DO UPDATE SET shift = excluded.shift, at = excluded.at, made_here = 0, document = excluded.document
