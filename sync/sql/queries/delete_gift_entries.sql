-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a document that is not there any more.
DELETE FROM gift_entry WHERE document = ?1 AND NOT EXISTS (SELECT 1 FROM sale WHERE id = ?1)
