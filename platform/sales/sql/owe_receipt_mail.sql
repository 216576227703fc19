-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asked for again under the same id it is one mail.
insert into sales.receipt_mail (id, sale, address, language, due_at, ends_at) values ($1, $2, $3, $4, $5, $6)
on conflict (id) do nothing
returning id
