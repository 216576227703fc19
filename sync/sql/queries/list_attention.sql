-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, state, sequence, acknowledgement, attention FROM operation WHERE attention = 1 ORDER BY number LIMIT ? OFFSET ?
