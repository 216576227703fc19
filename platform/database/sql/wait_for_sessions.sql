-- SPDX-License-Identifier: GPL-3.0-or-later
-- A transaction sees the list of sessions as it was at its first look, unless that is forgotten.
select pg_sleep(0.1), pg_stat_clear_snapshot()
