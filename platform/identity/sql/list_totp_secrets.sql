-- SPDX-License-Identifier: GPL-3.0-or-later
select t.person, t.secret, coalesce(p.document ->> 'email', p.document ->> 'name')
from identity.totp t join identity.person p on p.id = t.person
order by t.person
for update of t
