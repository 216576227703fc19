-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM sale WHERE number = ? LIMIT 1
