-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM pending_key WHERE type = ? AND id = ? LIMIT ?
