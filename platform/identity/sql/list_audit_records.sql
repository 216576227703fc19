-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest entries of the trail with the names of today, and with what stands beside them. What was set or changed
-- stands in the operation, but for people, roles and settings, where it stands in the entry. $10: the places whose
-- devices are told of; null: all of them, and the platform itself.
select e.chain, e.number, (extract(epoch from e.at) * 1000)::bigint, e.actor, actor.document ->> 'name', e.action,
       e.subject_type, e.subject_id,
       coalesce(jsonb_set(e.document::jsonb, '{document}', (e.document::jsonb -> 'document') || w.details::jsonb)::text, e.document),
       d.name, coalesce(subject.document ->> 'name', own.document ->> 'name', named.name),
       approver.document ->> 'name', o.payload
from identity.audit_entry e
left join identity.audit_details w on w.chain = e.chain and w.number = e.number
left join identity.person actor on actor.id = e.actor
left join identity.person approver on approver.id = (e.document::jsonb #>> '{document,approved_by}')::uuid
left join devices.device d on d.id = e.chain
left join identity.person subject on e.subject_type = 'person' and subject.id = e.subject_id
left join identity.own_role own on e.subject_type = 'role' and own.id = e.subject_id
left join devices.device named on e.subject_type = 'device' and named.id = e.subject_id
left join sync.operation o on o.id = e.operation and (e.action like '%.edit' or e.action like '%.create') and e.subject_type not in ('person', 'role', 'settings')
where ($1::uuid is null or e.actor = $1 or e.document::jsonb #>> '{document,approved_by}' = $1::text)
  and ($2::uuid is null or e.chain = $2)
  and ($3::uuid is null or e.subject_id = $3)
  and ($4 = '' or e.action = $4 or (right($4, 1) = '.' and starts_with(e.action, $4)))
  and ($5::timestamptz is null or e.at >= $5)
  and ($6::timestamptz is null or e.at < $6)
  and ($7::timestamptz is null or (e.at, e.chain, e.number) < ($7, $8::uuid, $9::bigint))
  and ($10::uuid[] is null or d.location = any ($10))
order by e.at desc, e.chain desc, e.number desc
limit $11
