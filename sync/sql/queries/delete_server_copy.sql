-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM server_copy WHERE type = ? AND id = ?
