-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, visible_at FROM operation WHERE number = ?
