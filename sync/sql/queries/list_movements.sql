-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, location, delta, reason, source, at, note FROM movement WHERE variant = ? ORDER BY at DESC LIMIT ?
