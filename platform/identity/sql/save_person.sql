-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.person as p (id, email, role, active, document) values ($1, $2, $3, $4, $5)
on conflict (id) do update
set email = excluded.email, role = excluded.role, active = excluded.active, document = excluded.document,
    revision = p.revision + 1
