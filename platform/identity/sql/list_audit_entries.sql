-- SPDX-License-Identifier: GPL-3.0-or-later
select chain, number, (extract(epoch from at) * 1000)::bigint, actor, action, subject_type, subject_id, operation, document,
       previous_hash, hash
from identity.audit_entry
where (chain, number) > ($1, $2)
order by chain, number
limit 2000
