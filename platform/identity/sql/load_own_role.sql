-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from identity.own_role where id = $1
