-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM operation WHERE attention = 1 ORDER BY number
