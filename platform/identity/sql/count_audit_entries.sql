-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many entries the audit trail has: the numbers of a chain have no gaps, so its last one says how long it is. Each chain is
-- found by one look into the index.
with recursive chains as (
    (select chain from identity.audit_entry order by chain limit 1)
    union all
    select (select e.chain from identity.audit_entry e where e.chain > c.chain order by e.chain limit 1)
    from chains c
    where c.chain is not null
)
select coalesce(sum(e.number), 0)::bigint
from chains c
cross join lateral (select number from identity.audit_entry where chain = c.chain order by number desc limit 1) e
where c.chain is not null
