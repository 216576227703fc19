-- SPDX-License-Identifier: GPL-3.0-or-later
-- With the role, where the company made it itself: its rights stand nowhere else.
select p.document, p.revision, r.document
from identity.person p left join identity.own_role r on r.id::text = p.role
where p.id = $1
