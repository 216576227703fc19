-- SPDX-License-Identifier: GPL-3.0-or-later
select 1 from devices.register where location = $1 and code = $2
