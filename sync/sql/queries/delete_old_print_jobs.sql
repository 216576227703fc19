-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM print_job WHERE number <= (SELECT number FROM print_job ORDER BY number DESC LIMIT 1 OFFSET ?)
