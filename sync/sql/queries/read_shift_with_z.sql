-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM shift WHERE register = ? AND z = ? LIMIT 1
