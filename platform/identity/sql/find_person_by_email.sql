-- SPDX-License-Identifier: GPL-3.0-or-later
select p.document, r.document
from identity.person p left join identity.own_role r on r.id::text = p.role
where lower(p.email collate "C") = lower($1::text collate "C") and p.email <> ''
