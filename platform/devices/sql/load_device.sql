-- SPDX-License-Identifier: GPL-3.0-or-later
select public_key, location, register, person, revoked_at is not null, epoch from devices.device where id = $1
