-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM pending_end WHERE (epoch, xid) < (?, ?) ORDER BY number
