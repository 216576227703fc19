-- SPDX-License-Identifier: GPL-3.0-or-later
select id from identity.person where lower(email collate "C") = $1 and email <> ''
