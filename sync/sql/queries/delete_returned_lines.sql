-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a document that is not there any more.
DELETE FROM returned_line WHERE returned_by = ?1 AND NOT EXISTS (SELECT 1 FROM sale WHERE id = ?1)
