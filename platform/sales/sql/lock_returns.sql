-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sale itself may not be there yet.
select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7240113))
