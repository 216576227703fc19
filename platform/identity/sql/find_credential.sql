-- SPDX-License-Identifier: GPL-3.0-or-later
-- And whether this person signed in on this device before.
select p.document, c.password_hash,
       exists (select 1 from identity.audit_entry a
               where a.subject_type = 'person' and a.subject_id = p.id and a.chain = $2
                 and a.action = 'person.sign_in'),
       c.changed_at::text
from identity.person p join identity.credential c on c.person = p.id
where lower(p.email) = lower($1) and p.email <> '' and p.active
