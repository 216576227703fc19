-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX IF NOT EXISTS barcode_by_code ON barcode (code)
