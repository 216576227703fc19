-- SPDX-License-Identifier: GPL-3.0-or-later
update devices.device set name = $2 where id = $1
