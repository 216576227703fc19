-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM pending_key WHERE type = ? AND id = ? AND number = ?
