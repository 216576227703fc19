-- SPDX-License-Identifier: GPL-3.0-or-later
select number, document, signature from identity.audit_seal where number > $1 order by number limit 1000
