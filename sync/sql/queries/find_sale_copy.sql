-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM server_copy WHERE type = 'sale' LIMIT 1
