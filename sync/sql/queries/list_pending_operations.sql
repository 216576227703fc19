-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, bytes, touched, visible_at FROM operation WHERE state <> 'visible' ORDER BY number
