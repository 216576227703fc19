-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT position, words FROM search_entry WHERE product = ?
