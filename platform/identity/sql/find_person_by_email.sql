-- SPDX-License-Identifier: GPL-3.0-or-later
select document from identity.person where lower(email) = lower($1) and email <> ''
