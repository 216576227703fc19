-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM attention WHERE instr(document, ?) > 0
