-- SPDX-License-Identifier: GPL-3.0-or-later
-- Parallel uses of one session wait for each other here.
select s.device, s.ended_at is not null, (extract(epoch from s.ends_at) * 1000)::bigint, p.document,
       r.document
from identity.session s join identity.person p on p.id = s.person
left join identity.own_role r on r.id::text = p.role
where s.id = $1
for update of s
