-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM staged_row WHERE type = ? AND document IS NOT NULL
