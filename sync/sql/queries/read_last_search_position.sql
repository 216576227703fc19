-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(position), 0) FROM search_entry
