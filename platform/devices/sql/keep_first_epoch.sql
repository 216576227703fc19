-- SPDX-License-Identifier: GPL-3.0-or-later
-- The place that a device had until now stays known as that of its epoch, also of the one that it enrolled with.
insert into devices.epoch (device, epoch, claim, register, given_at)
select id, epoch, gen_random_uuid(), register, enrolled_at from devices.device where id = $1
on conflict (device, epoch) do nothing
