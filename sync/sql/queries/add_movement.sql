-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO movement (id, variant, location, delta, reason, source, at, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
