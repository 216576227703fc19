-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE device SET last_sync_at = ?
