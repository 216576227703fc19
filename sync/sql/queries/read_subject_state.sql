-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT state, attention FROM operation WHERE subject = ? ORDER BY attention DESC, number DESC LIMIT 1
