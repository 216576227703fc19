-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from identity.person where id = $1
