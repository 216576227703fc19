-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.role (name, permissions) values ($1, $2::text[])
on conflict (name) do nothing
