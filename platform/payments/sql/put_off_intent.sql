-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an operation or a webhook wants of it since it was taken ('epoch') stays due.
with noted as (
    insert into payments.attempt as a (intent, tries) values ($1, $3)
    on conflict (intent) do update set tries = excluded.tries
)
update sales.payment_intent
set claimed_until = null, due_at = case when due_at = 'epoch' then due_at else $2::timestamptz end
where id = $1
