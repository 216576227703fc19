-- SPDX-License-Identifier: GPL-3.0-or-later
-- The provider tells of it more than once, under several names; one open review is enough.
insert into sync.review (operation, code, location, subject_type, subject_id)
select o.id, 'payment.refund_failed', i.location, 'payment_intent', i.id
from sales.payment_intent i
join sync.operation o on o.subject_id = i.id and o.type = 'payment.ask'
where (i.id = $1 or ($1 is null and i.document ->> 'reference' = $2))
  and not exists (select from sync.review r
                  where r.subject_id = i.id and r.code = 'payment.refund_failed' and r.resolved_at is null)
