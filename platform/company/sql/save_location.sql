-- SPDX-License-Identifier: GPL-3.0-or-later
insert into company.location (id, code, document) values ($1, $2, $3)
on conflict (id) do update set code = excluded.code, document = excluded.document
