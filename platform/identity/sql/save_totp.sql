-- SPDX-License-Identifier: GPL-3.0-or-later
-- A secret that nobody has confirmed gives way to a new one.
insert into identity.totp (person, secret, last_step, offered_at) values ($1, $2, 0, $3)
on conflict (person) do update set secret = excluded.secret, last_step = 0, offered_at = excluded.offered_at
where identity.totp.confirmed_at is null
