-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT type FROM operation WHERE number = ?
