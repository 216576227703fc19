-- SPDX-License-Identifier: GPL-3.0-or-later
-- One process at a time, until the end of the transaction; the others leave it to that one.
select pg_try_advisory_xact_lock(7240113)
