-- SPDX-License-Identifier: GPL-3.0-or-later
select document from identity.person
where lower(email collate "C") = lower($1::text collate "C") and email <> ''
for update
