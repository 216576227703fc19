-- SPDX-License-Identifier: GPL-3.0-or-later
insert into payments.simulated (intent, channel, amount, currency, description, state, asked_at)
values ($1, $2, $3, $4, $5, 'open', $6)
on conflict (intent) do nothing
