-- SPDX-License-Identifier: GPL-3.0-or-later
insert into company.settings (singleton, document) values (true, $1)
on conflict (singleton) do update set document = excluded.document
