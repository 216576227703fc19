-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM shift WHERE register = ? AND z IS NOT NULL ORDER BY z DESC LIMIT ?
