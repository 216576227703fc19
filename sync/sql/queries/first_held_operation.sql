-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM pending_key WHERE type >= 'held.' AND type < 'held/' ORDER BY type, id, number LIMIT 1
