-- SPDX-License-Identifier: GPL-3.0-or-later
select e.chain, e.number, (extract(epoch from e.at) * 1000)::bigint, e.actor, e.action, e.subject_type, e.subject_id,
       e.operation, e.document, e.previous_hash, e.hash, o.payload, w.salt, w.details
from identity.audit_entry e
left join sync.operation o on o.id = e.operation
left join identity.audit_details w on w.chain = e.chain and w.number = e.number
where (e.chain, e.number) > ($1, $2)
order by e.chain, e.number
limit 2000
