-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, bytes, hash, made_elsewhere FROM operation WHERE number >= ? ORDER BY number
