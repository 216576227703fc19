-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM server_copy WHERE type IN ('sale', 'cash_movement') LIMIT 1
