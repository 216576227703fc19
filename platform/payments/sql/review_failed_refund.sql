-- SPDX-License-Identifier: GPL-3.0-or-later
-- The provider tells of it more than once, under several names, perhaps at the same moment; one open review is enough.
-- Without a name of ours or of the provider's it is about something that Crema did not ask for.
with meant as (
    select i.id, i.location
    from sales.payment_intent i
    where i.id = $1 or ($1 is null and $2 <> '' and i.document ->> 'reference' = $2)
    for update of i
), asked as (
    select distinct on (m.id) m.id, m.location, o.id as operation
    from meant m
    join sync.operation o on o.subject_id = m.id and o.type = 'payment.ask'
    order by m.id, o.received_at
)
insert into sync.review (operation, code, location, subject_type, subject_id)
select a.operation, 'payment.refund_failed', a.location, 'payment_intent', a.id
from asked a
where not exists (select from sync.review r
                  where r.subject_id = a.id and r.code = 'payment.refund_failed' and r.resolved_at is null)
