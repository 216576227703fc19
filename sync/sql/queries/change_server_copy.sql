-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE server_copy SET document = ? WHERE type = ? AND id = ?
