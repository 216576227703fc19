-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, state, sequence, acknowledgement, attention FROM operation
WHERE state <> 'visible' OR attention = 1 ORDER BY number LIMIT ? OFFSET ?
