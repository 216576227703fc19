-- SPDX-License-Identifier: GPL-3.0-or-later
select p.document, c.password_hash
from identity.person p join identity.credential c on c.person = p.id
where lower(p.email) = lower($1) and p.email <> '' and p.active
