-- SPDX-License-Identifier: GPL-3.0-or-later
select number, document from identity.audit_seal order by number desc limit 1
