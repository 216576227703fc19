-- SPDX-License-Identifier: GPL-3.0-or-later
insert into devices.epoch (device, epoch, claim, register, given_at) values ($1, $2, $3, $4, $5)
