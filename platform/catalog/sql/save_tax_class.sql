-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.tax_class (id, is_default, document) values ($1, $2, $3)
on conflict (id) do update set is_default = excluded.is_default, document = excluded.document
