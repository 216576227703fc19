-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(number), 0) + 1 FROM operation
