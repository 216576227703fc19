-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of which nobody knows yet, by state, and how long the oldest has been asked about.
select i.state, count(*), coalesce(extract(epoch from $1::timestamptz - min(a.first_asked_at)), 0)::bigint
from sales.payment_intent i
left join payments.attempt a on a.intent = i.id
where i.due_at is not null and i.state in ('asked', 'open', 'unknown')
group by i.state
