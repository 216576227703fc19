-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT line, SUM(quantity) FROM returned_line WHERE sale = ? GROUP BY line
