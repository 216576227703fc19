-- SPDX-License-Identifier: GPL-3.0-or-later
select person from devices.device where id = $1
