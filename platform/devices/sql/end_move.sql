-- SPDX-License-Identifier: GPL-3.0-or-later
delete from devices.move where device = $1 and claim = $2
