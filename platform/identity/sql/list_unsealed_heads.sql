-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last entry of each chain that goes further than it is sealed. Each chain is found by one look into the index, however
-- long it is.
with recursive chains as (
    (select chain from identity.audit_entry order by chain limit 1)
    union all
    select (select e.chain from identity.audit_entry e where e.chain > c.chain order by e.chain limit 1)
    from chains c
    where c.chain is not null
)
select e.chain, e.number, e.hash
from chains c
cross join lateral (select chain, number, hash from identity.audit_entry
                    where chain = c.chain order by number desc limit 1) e
left join identity.sealed_chain s on s.chain = e.chain
where c.chain is not null and e.number > coalesce(s.number, 0)
order by e.chain
