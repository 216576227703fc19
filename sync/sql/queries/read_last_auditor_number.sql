-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number FROM auditor_entry WHERE chain = ? ORDER BY position DESC LIMIT 1
