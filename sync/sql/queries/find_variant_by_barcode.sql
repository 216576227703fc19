-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT b.variant FROM barcode AS b JOIN variant AS v ON v.id = b.variant WHERE b.code = ? ORDER BY v.archived, v.number LIMIT 1
