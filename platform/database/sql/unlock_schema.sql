-- SPDX-License-Identifier: GPL-3.0-or-later
select pg_advisory_unlock(7240111)
