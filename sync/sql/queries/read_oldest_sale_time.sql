-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT MIN(completed_at) FROM sale
