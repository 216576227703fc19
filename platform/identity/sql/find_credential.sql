-- SPDX-License-Identifier: GPL-3.0-or-later
-- And whether this person signed in on this device before. Who had the address until lately is found by it too: they may
-- not have heard of the change yet.
select p.document, c.password_hash,
       exists (select 1 from identity.audit_entry a
               where a.subject_type = 'person' and a.subject_id = p.id and a.chain = $2
                 and a.action = 'person.sign_in'),
       c.changed_at::text, r.document
from identity.person p join identity.credential c on c.person = p.id
left join identity.own_role r on r.id::text = p.role
left join identity.address_hold h on h.person = p.id and h.ends_at > $3
where p.active
  and (p.email <> '' and lower(p.email collate "C") = lower($1::text collate "C")
       or h.trusted <> '' and lower(h.trusted collate "C") = lower($1::text collate "C"))
order by lower(p.email collate "C") = lower($1::text collate "C") desc, h.ends_at desc
limit 1
