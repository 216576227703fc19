-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM attention WHERE id > ? ORDER BY id LIMIT ?
