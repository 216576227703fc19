-- SPDX-License-Identifier: GPL-3.0-or-later
delete from identity.audit_details where person = $1
