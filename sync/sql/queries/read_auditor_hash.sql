-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT hash FROM auditor_entry WHERE chain = ? AND number = ?
