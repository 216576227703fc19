-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who has this address, else who had it until lately.
select p.document
from identity.person p
left join identity.address_hold h on h.person = p.id and h.ends_at > $2
where p.email <> '' and lower(p.email collate "C") = lower($1::text collate "C")
   or h.trusted <> '' and lower(h.trusted collate "C") = lower($1::text collate "C")
order by lower(p.email collate "C") = lower($1::text collate "C") desc, h.ends_at desc
limit 1
