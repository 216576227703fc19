-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.credential (person, password_hash, changed_at) values ($1, $2, $3)
on conflict (person) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
