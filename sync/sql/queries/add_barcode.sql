-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR IGNORE INTO barcode (code, variant) VALUES (?, ?)
