-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT bytes, hash FROM operation WHERE number = ?
