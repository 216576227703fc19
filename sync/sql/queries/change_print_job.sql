-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE print_job SET state = ?, tries = ? WHERE number = ?
