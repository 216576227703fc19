-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.dead_letter (device, epoch, sequence, payload, problem) values ($1, $2, $3, $4, $5)
