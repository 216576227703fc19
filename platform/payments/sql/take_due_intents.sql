-- SPDX-License-Identifier: GPL-3.0-or-later
-- Taken before by somebody who was ended, it is due again when their claim ends. Nothing is due later than in an hour, and
-- no claim holds longer than some minutes: what says so was written by a clock that was ahead.
with taken as (
    select id from sales.payment_intent
    where (due_at <= $1 or due_at > $1 + interval '2 hours')
      and (claimed_until is null or claimed_until <= $1 or claimed_until > $1 + interval '10 minutes')
    order by due_at, id
    limit $3
    for update skip locked
)
update sales.payment_intent i
set claimed_until = $2, due_at = $2
from taken left join payments.attempt a on a.intent = taken.id
where i.id = taken.id
returning i.document, (extract(epoch from a.first_asked_at) * 1000)::bigint, coalesce(a.tries, 0)
