-- SPDX-License-Identifier: GPL-3.0-or-later
-- A code that was mailed to set a password with is not good any more once there is one.
with code as (delete from identity.password_code where person = $1)
insert into identity.credential (person, password_hash, changed_at) values ($1, $2, $3)
on conflict (person) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
