-- SPDX-License-Identifier: GPL-3.0-or-later
insert into devices.device (id, epoch, name, public_key, location, register, person, enrolled_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (id) do update
set epoch = excluded.epoch, name = excluded.name, location = excluded.location, register = excluded.register,
    person = excluded.person, enrolled_at = excluded.enrolled_at
where device.revoked_at is null
