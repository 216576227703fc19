-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.audit_entry set document = $3 where chain = $1 and number = $2
