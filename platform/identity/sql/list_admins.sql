-- SPDX-License-Identifier: GPL-3.0-or-later
select id from identity.person where active and role = 'admin' order by id
