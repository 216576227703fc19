-- SPDX-License-Identifier: GPL-3.0-or-later
select document from identity.person order by document ->> 'name', id
