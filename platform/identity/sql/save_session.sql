-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.session (id, person, device, begun_at, used_at, ends_at) values ($1, $2, $3, $4, $4, $5)
