-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document, cursor FROM server_copy WHERE type = ? AND id = ?
