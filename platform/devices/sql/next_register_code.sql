-- SPDX-License-Identifier: GPL-3.0-or-later
select coalesce(max(code::bigint), 0) + 1 from devices.register where location = $1 and code ~ '^[0-9]+$'
