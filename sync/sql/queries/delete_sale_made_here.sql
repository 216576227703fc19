-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM sale WHERE id = ? AND document IS NULL
