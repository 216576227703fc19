-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, state, sequence, acknowledgement, attention FROM operation WHERE number IN (
    SELECT number FROM operation INDEXED BY operation_attention WHERE attention = 1
    ORDER BY number LIMIT ? OFFSET ?)
ORDER BY number
