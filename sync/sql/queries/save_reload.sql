-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO reload (
    one, reason, phase, epoch, types, asked, chunk, cursor, horizon, place_type, place_id)
VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
