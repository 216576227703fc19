-- SPDX-License-Identifier: GPL-3.0-or-later
insert into payments.webhook_event (id, taken_at) values ($1, $2) on conflict (id) do nothing
