-- SPDX-License-Identifier: GPL-3.0-or-later
DROP INDEX IF EXISTS barcode_by_code
