-- SPDX-License-Identifier: GPL-3.0-or-later
select p.document, r.document
from identity.person p left join identity.own_role r on r.id::text = p.role
order by p.document ->> 'name', p.id
