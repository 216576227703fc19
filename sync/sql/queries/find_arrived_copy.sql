-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT cursor FROM server_copy WHERE type = ? AND id = ? AND cursor IS NOT NULL
