-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO pending_end (epoch, xid, number) VALUES (?, ?, ?)
