-- SPDX-License-Identifier: GPL-3.0-or-later
insert into devices.register (id, location, code, device, document) values ($1, $2, $3, $4, $5)
