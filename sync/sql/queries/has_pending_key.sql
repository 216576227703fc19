-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM pending_key WHERE type = ? AND id = ? LIMIT 1
