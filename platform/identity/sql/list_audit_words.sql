-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is left of the entries of before once the words about a person are out. The name of the company is no word about
-- who made it.
with recursive about as (
    select id from sync.operation where subject_id = $1 and subject_type = 'person'
    union
    select o.id
    from about a
    join sync.operation o on o.subject_id = a.id and o.subject_type = 'attention'
)
select e.chain, e.number,
       e.document::jsonb #- '{document,changes}' #- '{document,mailbox}' || '{"erased": true}'
from identity.audit_entry e
where (e.subject_type = 'person' and e.subject_id = $1 or e.operation in (select id from about))
  and (e.document::jsonb -> 'document') ?| array['changes', 'mailbox']
  and e.action <> 'company.create'
order by e.chain, e.number
