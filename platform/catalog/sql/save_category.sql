-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.category (id, document) values ($1, $2) on conflict (id) do update set document = excluded.document
