-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, title, bytes, kick, state, tries, made_at FROM print_job ORDER BY number
