-- SPDX-License-Identifier: GPL-3.0-or-later
update devices.device set epoch = $2, location = $3, register = $4 where id = $1
