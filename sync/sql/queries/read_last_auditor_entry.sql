-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT position, chain, number, hash, state FROM auditor_entry ORDER BY position DESC LIMIT 1
