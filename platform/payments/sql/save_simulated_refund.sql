-- SPDX-License-Identifier: GPL-3.0-or-later
insert into payments.simulated_refund (key, intent, amount) values ($1, $2, $3)
