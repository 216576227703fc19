-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that the platform told; one made here is in its operation.
SELECT id, document FROM sale WHERE id > ? AND document IS NOT NULL ORDER BY id LIMIT ?
