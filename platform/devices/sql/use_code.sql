-- SPDX-License-Identifier: GPL-3.0-or-later
update devices.enrol_code set used_at = $2, used_by = $3 where code_hash = $1
