-- SPDX-License-Identifier: GPL-3.0-or-later
-- Much came in at once: without this, searches read whole tables until autovacuum gets round to it.
vacuum (analyze)
