-- SPDX-License-Identifier: GPL-3.0-or-later
select number, hash from identity.audit_entry where chain = $1 order by number desc limit 1
