-- SPDX-License-Identifier: GPL-3.0-or-later
select location, person, (expires_at <= $2::timestamptz) as expired, used_by
from devices.enrol_code where code_hash = $1 for update
