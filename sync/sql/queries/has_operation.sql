-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM operation WHERE id = ?
