-- SPDX-License-Identifier: GPL-3.0-or-later
select unnest(permissions) from identity.role where name = $1
