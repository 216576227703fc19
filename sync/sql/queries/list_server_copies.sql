-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT type, id FROM server_copy
