-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM shift ORDER BY opened_at DESC LIMIT ?
