-- SPDX-License-Identifier: GPL-3.0-or-later
-- The one with this number, or all of this code.
update sync.review set resolved_at = $3 where resolved_at is null and (id = $1 or code = $2)
