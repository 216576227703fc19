-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT position FROM auditor_entry WHERE chain = ? AND number = ?
