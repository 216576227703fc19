-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE device SET clock_offset_ms = ?
