-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of a type after one id up to another.
SELECT id, document FROM server_copy WHERE type = ? AND id > ? AND id <= ?
