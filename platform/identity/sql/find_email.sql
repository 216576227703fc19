-- SPDX-License-Identifier: GPL-3.0-or-later
select id from identity.person where lower(email) = $1 and email <> ''
