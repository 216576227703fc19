-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.password_code (person, email, hash, ends_at) values ($1, $2, $3, $4)
on conflict (person) do update
set email = excluded.email, hash = excluded.hash, ends_at = excluded.ends_at, tries = 0
