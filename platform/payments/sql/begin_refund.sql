-- SPDX-License-Identifier: GPL-3.0-or-later
insert into payments.refund as r (intent, before_minor, amount_minor) values ($1, $2, $3)
on conflict (intent, before_minor) do update set amount_minor = r.amount_minor
returning amount_minor
