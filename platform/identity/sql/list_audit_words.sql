-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is left of the entries of before about a person, and of decisions about their cards, once the words about them are
-- out. The name of the company is no word about who made it.
with recursive about as (
    select id from sync.operation where subject_id = $1 and subject_type = 'person'
    union
    select o.id
    from about a
    join sync.operation o on o.subject_id = a.id and o.subject_type = 'attention'
), subjects (type, id) as (
    select 'person', $1::uuid
    union all
    select 'attention', id from about
)
select e.chain, e.number,
       e.document::jsonb #- '{document,changes}' #- '{document,mailbox}' || '{"erased": true}'
from subjects s
join identity.audit_entry e on e.subject_type = s.type and e.subject_id = s.id
where (e.document::jsonb -> 'document') ?| array['changes', 'mailbox']
  and e.action <> 'company.create'
order by e.chain, e.number
