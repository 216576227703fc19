-- SPDX-License-Identifier: GPL-3.0-or-later
insert into payments.reader (register, reader) values ($1, $2)
on conflict (register) do update set reader = excluded.reader
