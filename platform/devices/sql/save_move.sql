-- SPDX-License-Identifier: GPL-3.0-or-later
insert into devices.move (device, claim, register, location, code) values ($1, $2, $3, $4, $5)
on conflict (device) do update
set claim = excluded.claim, register = excluded.register, location = excluded.location, code = excluded.code
