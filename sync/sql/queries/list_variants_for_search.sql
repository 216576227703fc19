-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT product, document FROM variant ORDER BY number
