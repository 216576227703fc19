-- SPDX-License-Identifier: GPL-3.0-or-later
select pg_advisory_lock(7240111)
