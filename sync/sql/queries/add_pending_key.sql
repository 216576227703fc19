-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO pending_key (type, id, number) VALUES (?, ?, ?)
