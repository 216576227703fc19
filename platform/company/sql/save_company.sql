-- SPDX-License-Identifier: GPL-3.0-or-later
insert into company.settings (only, document) values (true, $1)
on conflict (only) do update set document = excluded.document
