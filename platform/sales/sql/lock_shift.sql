-- SPDX-License-Identifier: GPL-3.0-or-later
-- There is no row to lock yet.
select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7240112))
