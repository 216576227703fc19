-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT hash FROM operation WHERE number = ?
