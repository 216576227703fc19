-- SPDX-License-Identifier: GPL-3.0-or-later
insert into payments.attempt as a (intent, first_asked_at) values ($1, $2)
on conflict (intent) do update set first_asked_at = coalesce(a.first_asked_at, excluded.first_asked_at)
returning (extract(epoch from first_asked_at) * 1000)::bigint
