-- SPDX-License-Identifier: GPL-3.0-or-later
select document from identity.person where id = $1 for update
