-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE search_entry SET words = ? WHERE position = ?
